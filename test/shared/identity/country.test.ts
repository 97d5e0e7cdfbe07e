import codes from 'i18n-iso-countries/codes.json'
import { normaliseCountryCode } from '../../../src/shared/identity/browser-country'
import { normaliseCountry } from '../../../src/shared/identity/country'

const iso = codes
  .map(([alpha2 = '', alpha3 = '']): [string, string] => [alpha2.toLowerCase(), alpha3.toLowerCase()])
  .sort()

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
const pairs = letters.flatMap((one) => letters.map((other) => one + other))
const triples = pairs.flatMap((pair) => letters.map((letter) => pair + letter))

test('the browser knows only the alpha-2 codes of i18n-iso-countries', () => {
  const known = [...pairs, ...triples].filter((code) => normaliseCountryCode(code) !== undefined)
  expect(known).toStrictEqual(iso.map(([alpha2]) => alpha2))
})

test.each(iso)('the server reads %s and %s as the same country', (alpha2, alpha3) => {
  expect([normaliseCountry(alpha2), normaliseCountry(alpha3)]).toStrictEqual([alpha2, alpha2])
})

test('the server knows no other code of two or three letters, except two that are names', () => {
  const known = new Set(iso.flat())
  const unknown = [...pairs, ...triples].filter((code) => !known.has(code))
  expect(unknown.filter((code) => normaliseCountry(code) !== undefined)).toStrictEqual(['uk', 'uae'])
})

describe('codes', () => {
  test.each([
    { value: 'DE', server: 'de', browser: 'de' },
    { value: '\u3000uS\u00a0', server: 'us', browser: 'us' },
    { value: '\u0085us\u0085', server: 'us', browser: 'us' },
    { value: 'deu', server: 'de', browser: undefined },
    { value: 'ZZ', server: undefined, browser: undefined },
    { value: 'd a', server: undefined, browser: undefined },
    { value: 'e ', server: undefined, browser: undefined },
    { value: '276', server: undefined, browser: undefined },
    { value: 'constructor', server: undefined, browser: undefined },
    { value: ' ', server: undefined, browser: undefined }
  ])('$value is $server on the server, $browser in the browser', ({ value, server, browser }) => {
    expect([normaliseCountry(value), normaliseCountryCode(value)]).toStrictEqual([server, browser])
  })
})

describe('only the server reads English names', () => {
  test.each([
    { value: 'Germany', becomes: 'de' },
    { value: ' united KINGDOM ', becomes: 'gb' },
    { value: 'United States of America', becomes: 'us' },
    { value: "Côte d'Ivoire", becomes: 'ci' },
    { value: 'UK', becomes: 'gb' },
    { value: 'South Korea', becomes: 'kr' },
    { value: 'Deutschland', becomes: undefined },
    { value: 'Germany, Europe', becomes: undefined },
    { value: '', becomes: undefined }
  ])('$value is $becomes', ({ value, becomes }) => {
    expect(normaliseCountry(value)).toBe(becomes)
    expect(normaliseCountryCode(value)).toBeUndefined()
  })
})
