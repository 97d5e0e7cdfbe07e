import { e164, phoneParser } from './phone-parser'

/**
 * Normalises a number without a leading `+` or `00` to E.164. Server only.
 *
 * With a country, the result is `+` and the digits, if that is a valid number with the country's calling code, or else
 * the number in the national format, if it is possible in that country. Without a country, the result is `+` and the
 * digits, if that is a valid number. All others are dropped, because `(555) 555-5555` with a `+` would be another
 * person's number.
 * @param cleaned the number, cleaned
 * @param country alpha-2, lower case
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
