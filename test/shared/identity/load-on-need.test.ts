import { normaliseCountry } from '../../../src/shared/identity/country'
import { normalisePhone } from '../../../src/shared/identity/phone'

// Jest makes a mock when its module is first required.
const loaded: string[] = []
jest.mock('libphonenumber-js/max', () => {
  loaded.push('parser')
  return jest.requireActual<object>('libphonenumber-js/max')
})
jest.mock('i18n-iso-countries/codes.json', () => {
  loaded.push('codes')
  return jest.requireActual<object>('i18n-iso-countries/codes.json')
})
jest.mock('i18n-iso-countries/langs/en.json', () => {
  loaded.push('names')
  return jest.requireActual<object>('i18n-iso-countries/langs/en.json')
})

test('the first value that needs the phone parser or a table of countries loads it', () => {
  expect(normalisePhone('+1 (415) 555-2671', 'us')).toBe('+14155552671')
  expect(loaded).toStrictEqual([])

  expect(normalisePhone('(415) 555-2671', 'us')).toBe('+14155552671')
  expect(normaliseCountry('DEU')).toBe('de')
  expect(loaded).toStrictEqual(['parser', 'codes'])

  expect(normaliseCountry('Germany')).toBe('de')
  expect(loaded).toStrictEqual(['parser', 'codes', 'names'])
})
