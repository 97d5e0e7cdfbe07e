import fc from 'fast-check'
import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { normalisePhone } from '../../../src/shared/identity/phone'

interface Case {
  value: string
  country?: string
  becomes: string | undefined
}
const check = ({ value, country, becomes }: Case) => {
  expect(normalisePhone(value, country)).toBe(becomes)
}

describe('an international number', () => {
  test.each<Case>([
    { value: '+49 151 12345678', becomes: '+4915112345678' },
    { value: '\u00a0+49\u00a0151\u00a012345678\u3000', becomes: '+4915112345678' },
    { value: '(+49) 151/123-456.78', becomes: '+4915112345678' },
    { value: '0049 (0)151 12345678', becomes: '+4915112345678' },
    { value: '(+1) 415 555 2671', country: 'de', becomes: '+14155552671' },
    { value: '+14155552671', country: 'fr', becomes: '+14155552671' },
    { value: '+86 138 1234 5678', becomes: '+8613812345678' },
    { value: '+39 06 6982 4567', becomes: '+390669824567' },
    { value: '+0 415 555 2671', becomes: undefined },
    { value: '+', becomes: undefined },
    { value: '00', becomes: undefined },
    { value: '+abc', becomes: undefined }
  ])('$value ($country) is $becomes', check)
})

describe('extensions are left out', () => {
  test.each<Case>([
    { value: '+1 415 555 2671 ext. 42', becomes: '+14155552671' },
    { value: '+1 415 555 2671 x42', becomes: '+14155552671' },
    { value: '(415) 555-2671 ext 42', country: 'us', becomes: '+14155552671' },
    { value: '+14155552671;ext=42', becomes: '+14155552671' }
  ])('$value ($country) is $becomes', check)
})

describe('an international number of 7 to 15 digits is sent, possible or not', () => {
  test.each<Case>([
    { value: '+155555', becomes: undefined },
    { value: '+1555555', becomes: '+1555555' },
    { value: '+123456789012345', becomes: '+123456789012345' },
    { value: '+1234567890123456', becomes: undefined },
    { value: '0015555555555', becomes: '+15555555555' }
  ])('$value is $becomes', check)
})

describe('a number without a calling code', () => {
  test.each<Case>([
    { value: '0151 12345678', country: 'de', becomes: '+4915112345678' },
    { value: '4915112345678', country: 'de', becomes: '+4915112345678' },
    { value: '06 12 34 56 78', country: 'fr', becomes: '+33612345678' },
    { value: '090-1234-5678', country: 'jp', becomes: '+819012345678' },
    { value: '(555) 555-5555', country: 'us', becomes: '+15555555555' },
    { value: '4915112345678', country: 'us', becomes: '+4915112345678' },
    { value: '4915112345678', becomes: '+4915112345678' },
    { value: '14155552671', country: 'aq', becomes: '+14155552671' },
    { value: '0151 12345678', country: 'aq', becomes: undefined },
    { value: '0151 12345678', becomes: undefined },
    { value: '123', country: 'us', becomes: undefined },
    { value: 'call me', country: 'us', becomes: undefined },
    { value: '   ', country: 'us', becomes: undefined }
  ])('$value in $country is $becomes', check)
})

test('every result is E.164 of 7 to 15 digits, and normalising a valid one again gives the same', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String)
  const written = fc
    .tuple(
      fc.constantFrom('', '+', '(+', '00'),
      fc.string({
        unit: fc.oneof(digit, digit, digit, fc.constantFrom(' ', '-', '(', ')', '.', 'x'), fc.string({ maxLength: 1 }))
      })
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(written, fc.constantFrom(undefined, 'us', 'de', 'jp', 'aq'), (value, country) => {
      const phone = normalisePhone(value, country)
      fc.pre(phone !== undefined)
      expect(phone).toMatch(/^\+[1-9]\d{6,14}$/)
      // From an invalid number, the parser removes one more zero as a national prefix each time.
      if (isValidPhoneNumber(phone)) expect(normalisePhone(phone, country)).toBe(phone)
    }),
    { numRuns: 300 }
  )
})
