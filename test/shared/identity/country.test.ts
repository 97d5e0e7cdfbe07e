import codes from 'i18n-iso-countries/codes.json'
import { COUNTRIES, normaliseCountryCode } from '../../../src/shared/identity/browser-country'
import { normaliseCountry } from '../../../src/shared/identity/country'

const iso = codes
  .map(([alpha2 = '', alpha3 = '']): [string, string] => [alpha2.toLowerCase(), alpha3.toLowerCase()])
  .sort()

/** The browser's table, made anew: what it must be when ISO 3166-1 changes. */
function tableOf(countries: [string, string][]): string {
  let next = Number.parseInt('aa', 36)
  return countries
    .map(([alpha2, alpha3]) => {
      const skipped = Number.parseInt(alpha2, 36) - next
      next += skipped + 1
      const between = alpha2.charAt(0) + alpha3.charAt(1) + alpha2.charAt(1) === alpha3
      const token = alpha3.startsWith(alpha2)
        ? alpha3.slice(2)
        : between
          ? alpha3.charAt(1).toUpperCase()
          : `_${alpha3}`
      return skip(skipped) + token
    })
    .join('')
}

function skip(count: number): string {
  return count > 24 ? `?${skip(count - 24)}` : count > 0 ? String.fromCharCode(39 + count) : ''
}

test("the browser's table is ISO 3166-1, as i18n-iso-countries has it", () => {
  expect(COUNTRIES).toBe(tableOf(iso))
})

test.each(iso)('%s and %s, on both sides', (alpha2, alpha3) => {
  for (const normalise of [normaliseCountry, normaliseCountryCode]) {
    expect([normalise(alpha2), normalise(alpha3)]).toStrictEqual([alpha2, alpha2])
  }
})

test('no other code of two or three letters is a country, on either side', () => {
  const known = new Set(iso.flat())
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
  const two = letters.flatMap((one) => letters.map((other) => one + other))
  const unknown = [...two, ...two.flatMap((pair) => letters.map((letter) => pair + letter))].filter(
    (code) => !known.has(code)
  )
  expect(unknown).toHaveLength(26 ** 2 + 26 ** 3 - 2 * iso.length)
  expect(unknown.filter((code) => normaliseCountryCode(code) !== undefined)).toStrictEqual([])
  // Names, to the English list.
  expect(unknown.filter((code) => normaliseCountry(code) !== undefined)).toStrictEqual(['uk', 'uae'])
})

describe.each([
  { where: 'on the server', normalise: normaliseCountry },
  { where: 'in the browser', normalise: normaliseCountryCode }
])('codes, $where', ({ normalise }) => {
  test.each([
    { value: 'DE', becomes: 'de' },
    { value: 'deu', becomes: 'de' },
    { value: '\u3000uSa\u00a0', becomes: 'us' },
    { value: 'ZZ', becomes: undefined },
    { value: '_ala', becomes: undefined },
    { value: '(', becomes: undefined },
    { value: '276', becomes: undefined },
    { value: 'constructor', becomes: undefined },
    { value: ' ', becomes: undefined }
  ])('$value is $becomes', ({ value, becomes }) => {
    expect(normalise(value)).toBe(becomes)
  })
})

describe('English names, on the server alone', () => {
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
