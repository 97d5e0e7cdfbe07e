import type { PixelAction } from '../types'
import { fields } from './fields'
import type { Payload } from './generated-types'
import { perform } from './perform'

/** Identify: reports the person to the pixel. */
export const identify: PixelAction<Payload> = {
  title: 'Identify',
  description: 'Reports the person to the pixel, so that TikTok can match later events to that person.',
  platform: 'web',
  defaultSubscription: 'type = "identify"',
  fields,
  perform
}
