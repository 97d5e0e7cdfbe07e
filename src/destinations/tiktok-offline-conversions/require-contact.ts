import { PayloadValidationError } from '@segment/actions-core'
import type { Person } from '../../shared/identity/match-keys'
import type { TikTokEvent } from '../../shared/payload/event'
import { toTextList } from '../../shared/coerce'

/**
 * TikTok matches an offline event by an email address or a phone number and takes none without.
 * Source: TikTok, "Offline Events API: Requirements".
 * @param event the event as built
 * @param person what it was built from, to say what was wrong with it
 * @throws PayloadValidationError when the event has neither
 */
export function requireContact(event: TikTokEvent, person: Person): void {
  const { email, phone } = event.user ?? {}
  if (email !== undefined || phone !== undefined) return
  throw new PayloadValidationError(
    `An offline event needs an email address or a phone number. Email (email_addresses) is ${fault(
      person.email,
      'no email address'
    )}; Phone Number (phone_numbers) is ${fault(
      person.phone_number,
      'no usable phone number: write it in E.164, or set the Default Phone Country to the one it belongs to'
    )}.`
  )
}

function fault(value: unknown, unusable: string): string {
  return toTextList(value) === undefined ? 'missing or blank' : unusable
}
