import { e164, phoneParser } from './phone-parser'

/**
 * Normalises a number without a leading `+` or `00` to E.164. Server only. The first matching rule applies:
 *
 * 1. If `+` and the digits are a valid number with the country's calling code, that is the result.
 * 2. If the digits are a possible national number in the country, that number is the result.
 * 3. If `+` and the digits are a valid number of any country, that is the result.
 * 4. Any other number is dropped, even if `+` and the digits are a possible number, because it may be a number of
 *    the wrong country: `(555) 555-5555` would be in Brazil (+55).
 *
 * Without a country, or with one that libphonenumber does not know, only rules 3 and 4 apply.
 * @param cleaned the result of `cleanPhone`
 * @param country alpha-2, lower case
 * @returns undefined if the number is dropped
 */
export function normaliseNationalPhone(cleaned: string, country: string | undefined): string | undefined {
  const { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } = phoneParser()
  const withPlus = parsePhoneNumberFromString(`+${cleaned}`)
  const international = withPlus?.isValid() === true ? withPlus : undefined

  const region = country?.toUpperCase()
  if (region === undefined || !isSupportedCountry(region)) return e164(international)
  if (international?.countryCallingCode === getCountryCallingCode(region)) return e164(international)

  const national = parsePhoneNumberFromString(cleaned, region)
  return e164(national?.isPossible() === true ? national : international)
}
