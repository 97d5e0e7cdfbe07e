import { e164, phoneParser } from './phone-parser'

/**
 * A number without a leading `+` or `00`, in E.164. Server only.
 *
 * With a country: `+` and the digits, if that is a valid number of the country's calling code; else the national reading,
 * if such a number is possible there. Otherwise `+` and the digits, if that is a valid number. Everything else is dropped,
 * because `(555) 555-5555` with a `+` would be somebody else's number.
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
