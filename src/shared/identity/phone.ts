import type { PhoneNumber } from 'libphonenumber-js/max'
import type * as Parser from 'libphonenumber-js/max'
import { normaliseInternationalPhone } from './international-phone'

/** A number that says its country itself. */
const INTERNATIONAL = /^(?:\(?\+|00)/

/** Loaded by the first number that needs it: most processes never meet one, and it takes as long as all of our code. */
let loaded: typeof Parser | undefined
function parser(): typeof Parser {
  return (loaded ??= require('libphonenumber-js/max') as typeof Parser)
}

/**
 * A phone number in E.164 with the `+`. One that starts with `+`, `(+` or `00` is taken as written, even if no such
 * number can exist; another one is read as a number of the country, or with a `+` put before it if that makes a valid
 * number. Extensions are left out. Server only: libphonenumber-js is too large for a browser.
 * @param value the number as it came
 * @param country alpha-2, lower case
 */
export function normalisePhone(value: string, country?: string): string | undefined {
  const written = value.trim()
  if (INTERNATIONAL.test(written)) {
    // The browser's rule says what the parser says, or nothing, and costs a tenth of it. (Of more than 250 characters the
    // parser would say nothing.)
    return (
      normaliseInternationalPhone(written) ?? e164(parser().parsePhoneNumberFromString(written.replace(/^00/, '+')))
    )
  }

  const { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } = parser()
  const withPlus = parsePhoneNumberFromString(`+${written}`)
  const international = withPlus?.isValid() === true ? withPlus : undefined
  const region = country?.toUpperCase()
  if (region === undefined || !isSupportedCountry(region)) return e164(international)
  if (international?.countryCallingCode === getCountryCallingCode(region)) return e164(international)

  const national = parsePhoneNumberFromString(written, region)
  return e164(national?.isPossible() === true ? national : international)
}

function e164(phone: PhoneNumber | undefined): string | undefined {
  return phone !== undefined && /^\+\d{7,15}$/.test(phone.number) ? phone.number : undefined
}
