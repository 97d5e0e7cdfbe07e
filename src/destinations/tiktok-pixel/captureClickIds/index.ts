import type { CaptureAction } from '../types'
import { perform } from './perform'

/** Capture Click IDs: adds the visitor's click IDs to each event, for the server destinations. */
export const captureClickIds: CaptureAction = {
  title: 'Capture Click IDs',
  description:
    'Adds the TikTok Click ID and the TikTok Cookie ID of the visitor to the events that go to TikTok Conversions and TikTok Offline Conversions.',
  platform: 'web',
  lifecycleHook: 'enrichment',
  defaultSubscription: 'type = "track" or type = "page" or type = "identify"',
  fields: {},
  perform
}
