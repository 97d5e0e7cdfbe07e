import type { Route } from '../../shared/events-api/perform'
import { endpoint } from '../../shared/events-api/request'
import { buildEvent } from '../../shared/payload/event'
import type { EventInput } from '../../shared/payload/event-input'
import { toText } from '../../shared/coerce'
import type { Settings } from './generated-types'
import { TIKTOK_CONVERSIONS_API_VERSION } from './versioning-info'

/** Sends web events to the pixel, and CRM events to the CRM event set, or to the pixel if there is no such event set. */
export const route: Route<Settings, EventInput> = {
  apiAccess: ({ accessToken }) => ({ url: endpoint(TIKTOK_CONVERSIONS_API_VERSION), accessToken }),

  buildOutgoingEvent(payload, { pixelCode, crmEventSetId, defaultPhoneCountry, contentIdMode }, now) {
    const source = payload.event_source === 'crm' ? 'crm' : 'web'
    return {
      source,
      sourceId: (source === 'crm' ? toText(crmEventSetId) : undefined) ?? pixelCode.trim(),
      testEventCode: toText(payload.test_event_code),
      event: buildEvent(payload, {
        source,
        defaultPhoneCountry,
        contentIdMode,
        now
      })
    }
  }
}
