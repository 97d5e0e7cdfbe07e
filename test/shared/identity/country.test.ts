import codes from 'i18n-iso-countries/codes.json'
import { normaliseCountry } from '../../../src/shared/identity/country'
import { readCountryCodes } from '../../../src/shared/identity/country-codes'
import { normaliseCountryCode } from '../../../src/shared/identity/normalise'

const iso = codes.map(([alpha2 = '', alpha3 = '']) => [alpha2.toLowerCase(), alpha3.toLowerCase()])

test('the codes are those of ISO 3166-1, as i18n-iso-countries has them', () => {
  const wanted = iso.flatMap(([alpha2 = '', alpha3 = '']): [string, string][] => [
    [alpha2, alpha2],
    [alpha3, alpha2]
  ])
  expect(Object.fromEntries(readCountryCodes())).toStrictEqual(Object.fromEntries(wanted))
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
