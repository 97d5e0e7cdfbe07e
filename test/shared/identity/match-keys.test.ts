import { serverMatchKeyRules } from '../../../src/shared/identity/server-match-keys'
import { sha256 } from '../../../src/shared/identity/hash'
import { buildMatchKeys } from '../../../src/shared/identity/match-keys'

const HASH = '0123456789abcdef'.repeat(4)
const build = (person: object, defaultCountry?: string) => buildMatchKeys(person, serverMatchKeyRules, defaultCountry)

test('sends all match keys of one person', () => {
  expect(
    build({
      email: [' Ann@Example.com '],
      phone_number: ['0151 12345678', '+1 415 555 2671'],
      external_id: ['User-1', 'anonymous-1'],
      first_name: ' Ann-Marie ',
      last_name: 'Müller',
      address: { city: 'München', state: 'Bayern', country: 'Germany', zip_code: '80331' }
    })
  ).toStrictEqual({
    email: [sha256('ann@example.com')],
    phone: [sha256('+4915112345678'), sha256('+14155552671')],
    external_id: [sha256('User-1'), sha256('anonymous-1')],
    first_name: sha256('annmarie'),
    last_name: sha256('müller'),
    city: 'munchen',
    state: 'bayern',
    country: 'de',
    zip_code: sha256('80331')
  })
})

test('sha256 hashes the UTF-8 of a text', () => {
  expect(sha256('user_123')).toBe('80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b')
  expect(sha256('josé')).toBe('d994e1d001886fe5b45b1267bd1fa2b752ac50742579bd3dad7b2a2aa0ed6866')
})

describe('a SHA-256', () => {
  test('is sent in lower case and trimmed', () => {
    const given = ` ${HASH.toUpperCase()}\u00a0`
    expect(
      build({
        email: given,
        phone_number: given,
        external_id: given,
        first_name: given,
        last_name: given,
        address: { zip_code: given, country: 'us' }
      })
    ).toStrictEqual({
      email: [HASH],
      phone: [HASH],
      external_id: [HASH],
      first_name: HASH,
      last_name: HASH,
      country: 'us',
      zip_code: HASH
    })
  })
  test('is not a country', () => {
    expect(build({ address: { country: HASH } })).toBeUndefined()
  })
  test('has 64 digits: a text of 63 is hashed like any other', () => {
    expect(build({ external_id: HASH.slice(1) })).toStrictEqual({ external_id: [sha256(HASH.slice(1))] })
  })
})

describe('a list', () => {
  test('is sent without values that normalise to the same value, hashed or not', () => {
    const email = ['Ann@Example.com', 'ann@example.com ', sha256('ann@example.com').toUpperCase(), 'b@example.com']
    expect(build({ email })).toStrictEqual({ email: [sha256('ann@example.com'), sha256('b@example.com')] })
  })
  test('keeps external IDs that differ only in case', () => {
    expect(build({ external_id: ['A', 'a', 'A'] })).toStrictEqual({ external_id: [sha256('A'), sha256('a')] })
  })
  test('is sent without unusable values', () => {
    const junk = ['', ' ', null, undefined, {}, [], 'nobody']
    expect(build({ email: [...junk, 'a@b'] })).toStrictEqual({ email: [sha256('a@b')] })
  })
  test('of numbers is read as text', () => {
    expect(build({ external_id: [17, 0] })).toStrictEqual({ external_id: [sha256('17'), sha256('0')] })
  })
  test.each([{ email: [] }, { email: ['nobody', ''] }, { phone_number: ['abc'] }, { external_id: [' '] }])(
    '%j is left out',
    (person) => {
      expect(build(person)).toBeUndefined()
    }
  )
})

describe('the country of a phone number without a calling code', () => {
  const phone = (person: object, defaultCountry?: string) =>
    build({ phone_number: '0151 12345678', ...person }, defaultCountry)?.phone

  test.each([
    { title: 'the country of the address', address: { country: 'DE' }, fallback: undefined, becomes: '+4915112345678' },
    {
      title: 'the country of the address, by name',
      address: { country: 'Germany' },
      fallback: 'gb',
      becomes: '+4915112345678'
    },
    { title: 'the setting without an address', address: undefined, fallback: 'de', becomes: '+4915112345678' },
    {
      title: 'the setting if the address has no country',
      address: { city: 'Bonn' },
      fallback: 'de',
      becomes: '+4915112345678'
    },
    {
      title: 'the setting if the country of the address is blank',
      address: { country: ' ' },
      fallback: 'de',
      becomes: '+4915112345678'
    },
    {
      title: 'the setting if the country of the address is unknown',
      address: { country: 'Atlantis' },
      fallback: 'de',
      becomes: '+4915112345678'
    }
  ])('is $title', ({ address, fallback, becomes }) => {
    expect(phone({ address }, fallback)).toStrictEqual([sha256(becomes)])
  })
  test('must be known, or the number is dropped', () => {
    expect(phone({})).toBeUndefined()
    expect(phone({ address: { country: 'Atlantis' } })).toBeUndefined()
  })
})

describe('the zip code', () => {
  test.each([
    { address: { zip_code: '10001-1234', country: 'United States' }, country: 'us', zip: '10001' },
    { address: { zip_code: '10001-1234', country: 'Brazil' }, country: 'br', zip: '100011234' }
  ])('$address.zip_code in $address.country is $zip', ({ address, country, zip }) => {
    expect(build({ address })).toStrictEqual({ country, zip_code: sha256(zip) })
  })
  test('is not normalised by the default country of phone numbers', () => {
    expect(build({ address: { zip_code: '100011234' } }, 'us')).toStrictEqual({ zip_code: sha256('100011234') })
  })
})

test.each([
  {},
  { address: null },
  { address: 'Main Street 1' },
  { address: ['Berlin'] },
  { address: {} },
  { first_name: '!', last_name: ' ', address: { city: '-', state: '', country: 'Atlantis', zip_code: ' ' } },
  { email: null, phone_number: null, external_id: null, first_name: null, last_name: null }
])('%j has no match keys', (person) => {
  expect(build(person)).toBeUndefined()
})
