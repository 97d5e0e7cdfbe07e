import type { Route } from '../../shared/events-api/perform'
import { endpoint } from '../../shared/events-api/request'
import { buildEvent } from '../../shared/payload/event'
import type { EventInput } from '../../shared/payload/event-input'
import { requireContact } from '../../shared/payload/require-contact'
import { toText } from '../../shared/coerce'
import type { Settings } from './generated-types'
import { TIKTOK_OFFLINE_CONVERSIONS_API_VERSION } from './versioning-info'

/** The payload of an offline event. Three of its fields have plural names. */
export type OfflineInput = Omit<EventInput, 'phone_number' | 'email' | 'external_id'> & {
  phone_numbers?: EventInput['phone_number']
  email_addresses?: EventInput['email']
  external_ids?: EventInput['external_id']
}

/** Sends offline events to their event set. Each needs an email address or a phone number. */
export const route: Route<Settings, OfflineInput> = {
  apiAccess: ({ accessToken }) => ({ url: endpoint(TIKTOK_OFFLINE_CONVERSIONS_API_VERSION), accessToken }),

  buildOutgoingEvent(
    { phone_numbers, email_addresses, external_ids, ...payload },
    { eventSetID, defaultPhoneCountry, contentIdMode },
    now
  ) {
    const person = { phone_number: phone_numbers, email: email_addresses, external_id: external_ids }
    const event = buildEvent({ ...payload, ...person }, { source: 'offline', defaultPhoneCountry, contentIdMode, now })
    // Source: TikTok, "Offline Events API: Requirements".
    const rule = 'An offline event needs an email address or a phone number.'
    const keys = { email: 'email_addresses', phone: 'phone_numbers' }
    requireContact(rule, event.user, person, keys, defaultPhoneCountry)
    return { source: 'offline', sourceId: eventSetID.trim(), testEventCode: toText(payload.test_event_code), event }
  }
}
