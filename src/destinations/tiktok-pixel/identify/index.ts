import type { PixelAction } from '../types'
import { fields } from './fields'
import type { Payload } from './generated-types'
import { perform } from './perform'

/** Identify: tells the pixel who the person is. */
export const identify: PixelAction<Payload> = {
  title: 'Identify',
  description: 'Tells the pixel who the person is, so that TikTok can match later events to that person.',
  platform: 'web',
  defaultSubscription: 'type = "identify"',
  fields,
  perform
}
