import { PayloadValidationError } from '@segment/actions-core'
import { toTextList } from '../coerce'
import { explainEmail } from '../identity/normalise-reasons'
import { type Person, phoneCountryOf } from '../identity/match-keys'
import { explainPhone } from '../identity/phone-reasons'
import { serverMatchKeyRules } from '../identity/server-match-keys'
import { formatReason, type Reason } from '../reason'
import type { User } from './user'

/** The keys of an action's fields for the email address and the phone number. */
export interface ContactKeys {
  readonly email: string
  readonly phone: string
}

/**
 * Refuses an event that has neither a usable email address nor a usable phone number.
 * @param rule the rule, which begins the error
 * @param user the built user
 * @param person the fields that the user was built from
 * @param keys the keys of the two contact fields; the error names them and says what is wrong with each
 * @param defaultCountry fallback country for phone numbers without a calling code
 * @throws PayloadValidationError
 */
export function requireContact(
  rule: string,
  user: User | undefined,
  person: Person,
  keys: ContactKeys,
  defaultCountry?: string
): void {
  if (user?.email !== undefined || user?.phone !== undefined) return
  const country = phoneCountryOf(person, serverMatchKeyRules, defaultCountry)
  throw new PayloadValidationError(
    [
      rule,
      describeFault(`Email (${keys.email})`, person.email, explainEmail),
      describeFault(`Phone Number (${keys.phone})`, person.phone_number, (value) => explainPhone(value, country))
    ].join(' ')
  )
}

/** Describes why the first value is unusable, without the value itself, because it is personal data. */
function describeFault(field: string, values: unknown, explain: (value: string) => Reason | undefined): string {
  const [reason] = (toTextList(values) ?? []).map(explain)
  return reason === undefined ? `${field} is missing or blank.` : `${field}: ${formatReason(reason)}`
}
