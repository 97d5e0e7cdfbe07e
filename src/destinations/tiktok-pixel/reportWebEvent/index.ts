import type { PixelAction } from '../types'
import { fields } from './fields'
import type { Payload } from './generated-types'
import { perform } from './perform'

/** Report Web Event: reports one website event to the pixel. */
export const reportWebEvent: PixelAction<Payload> = {
  title: 'Report Web Event',
  description: 'Reports website events to TikTok in the browser, for measurement, audiences and optimization.',
  platform: 'web',
  defaultSubscription: 'type = "track"',
  fields,
  perform
}
