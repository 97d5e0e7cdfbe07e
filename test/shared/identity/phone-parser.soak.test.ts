import fc from 'fast-check'
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/examples.mobile.json'
import metadata from 'libphonenumber-js/metadata.max.json'
import { normalisePhone } from '../../../src/shared/identity/phone'

/** The parser's result for an international number. */
function parsed(value: string): string | undefined {
  const number = parsePhoneNumberFromString(value.trim().replace(/^00/, '+'))?.number
  return number !== undefined && /^\+\d{7,15}$/.test(number) ? number : undefined
}

const CODES = [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)]
const digits = (length: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.nat(9).map(String), ...length })

describe('an international number gives the result of the parser', () => {
  test.each(getCountries())('mobile numbers of %s', (country) => {
    const example = getExampleNumber(country, examples)
    const national = example?.nationalNumber ?? '12345678'
    // Variations of a real number: a different end, a missing or additional digit, a prefix.
    const around = fc
      .tuple(
        fc.constantFrom('', '', '0', '1', '8', '9', '15', '86'),
        fc.nat(national.length),
        digits({ minLength: 0, maxLength: 8 })
      )
      .map(([prefix, kept, rest]) => `+${getCountryCallingCode(country)}${prefix}${national.slice(0, kept)}${rest}`)
    fc.assert(
      fc.property(around, (value) => {
        expect([value, normalisePhone(value)]).toStrictEqual([value, parsed(value)])
      }),
      { numRuns: 100, seed: 8 }
    )
  })

  test.each(['+', '(+', '00', '+ '])('any calling code and any digits, beginning with %j', (start) => {
    const separator = fc.constantFrom('', '', '', ' ', '-', '.', '/', ' (', ') ')
    const number = fc
      .tuple(
        fc.constantFrom(...CODES),
        separator,
        digits({ minLength: 0, maxLength: 6 }),
        separator,
        digits({ minLength: 0, maxLength: 8 })
      )
      .map((parts) => start + parts.join(''))
    fc.assert(
      fc.property(number, (value) => {
        expect([value, normalisePhone(value)]).toStrictEqual([value, parsed(value)])
      }),
      { numRuns: 8_000, seed: 8 }
    )
  })
})
