import type { PixelAction } from '../types'
import { fields } from './fields'
import type { Payload } from './generated-types'
import { perform } from './perform'

/** Identify: who the person is, before anything is reported. */
export const identify: PixelAction<Payload> = {
  title: 'Identify',
  description: 'Tells the pixel who the person is, so that TikTok can match the events that follow.',
  platform: 'web',
  defaultSubscription: 'type = "identify"',
  fields,
  perform
}
