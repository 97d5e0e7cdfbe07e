import fc from 'fast-check'
import { normaliseCountry } from '../../../src/shared/identity/country'
import { COUNTRY_REASONS, explainCountry } from '../../../src/shared/identity/country-reasons'
import {
  isHashed,
  normaliseEmail,
  normaliseName,
  normalisePlace,
  normaliseZipCode
} from '../../../src/shared/identity/normalise'
import {
  EMAIL_REASONS,
  explainEmail,
  explainName,
  explainPlace,
  explainZipCode,
  NAME_REASONS,
  ZIP_CODE_REASONS
} from '../../../src/shared/identity/normalise-reasons'
import { normalisePhone } from '../../../src/shared/identity/phone'
import { explainPhone, PHONE_REASONS } from '../../../src/shared/identity/phone-reasons'

const HASH = '0123456789abcdef'.repeat(4)
const LONG = 'a'.repeat(501)

describe('the reason for a phone number', () => {
  const { noNumber, noCallingCode, notOfCountry, notInternational } = PHONE_REASONS
  test.each([
    { value: '+14155552671', country: undefined, reason: undefined },
    { value: '(415) 555-2671', country: 'us', reason: undefined },
    { value: HASH, country: undefined, reason: undefined },
    { value: 'n/a', country: 'us', reason: noNumber },
    { value: 'room 12', country: 'us', reason: noNumber },
    { value: `+1${' '.repeat(500)}4155552671`, country: 'us', reason: noNumber },
    { value: '(415) 555-2671', country: undefined, reason: noCallingCode },
    { value: '555 +14155552671', country: undefined, reason: noCallingCode },
    { value: '12345', country: 'us', reason: notOfCountry },
    { value: '+123', country: 'us', reason: notInternational },
    { value: '0012345678901234567', country: undefined, reason: notInternational },
    { value: '+2101234567', country: undefined, reason: notInternational }
  ])('$value in $country: $reason.reason', ({ value, country, reason }) => {
    expect(explainPhone(value, country)).toBe(reason)
  })
})

test.each([
  { explain: explainEmail, value: 'ann@example.com', reason: undefined },
  { explain: explainEmail, value: HASH, reason: undefined },
  { explain: explainEmail, value: 'nobody', reason: EMAIL_REASONS.invalid },
  { explain: explainName, value: 'Ann', reason: undefined },
  { explain: explainName, value: HASH, reason: undefined },
  { explain: explainName, value: '...', reason: NAME_REASONS.noLetters },
  { explain: explainName, value: LONG, reason: NAME_REASONS.tooLong },
  { explain: explainPlace, value: 'Bonn', reason: undefined },
  { explain: explainPlace, value: '—', reason: NAME_REASONS.noLetters },
  { explain: explainPlace, value: LONG, reason: NAME_REASONS.tooLong },
  { explain: explainZipCode, value: '53111', reason: undefined },
  { explain: explainZipCode, value: HASH, reason: undefined },
  { explain: explainZipCode, value: '- -', reason: ZIP_CODE_REASONS.noCharacters },
  { explain: explainCountry, value: 'Germany', reason: undefined },
  { explain: explainCountry, value: 'Atlantis', reason: COUNTRY_REASONS.unknown }
])('$explain.name of $value: $reason.reason', ({ explain, value, reason }) => {
  expect(explain(value)).toBe(reason)
})

describe('gives a reason for every dropped value, and only for those', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(HASH, LONG, 'Germany', 'a@b', '10001', '...', '+49 151 12345678', '0151 12345678', '+1')
  )
  test.each([
    { kind: 'email', explain: explainEmail, normalise: normaliseEmail, hashed: true },
    { kind: 'name', explain: explainName, normalise: normaliseName, hashed: true },
    { kind: 'place', explain: explainPlace, normalise: normalisePlace, hashed: false },
    { kind: 'zip code', explain: explainZipCode, normalise: normaliseZipCode, hashed: true },
    { kind: 'country', explain: explainCountry, normalise: normaliseCountry, hashed: false },
    { kind: 'phone', explain: explainPhone, normalise: normalisePhone, hashed: true }
  ])('$kind', ({ explain, normalise, hashed }) => {
    fc.assert(
      fc.property(text, (value) => {
        const isSent = (hashed && isHashed(value)) || normalise(value) !== undefined
        expect(explain(value) === undefined).toBe(isSent)
      })
    )
  })
})
