import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/examples.mobile.json'
import metadata from 'libphonenumber-js/metadata.max.json'
import { normaliseInternationalPhone } from '../../../src/shared/identity/international-phone'
import { normalisePhone } from '../../../src/shared/identity/phone'

const CODES = [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)]

describe('international numbers', () => {
  test.each([
    ['+14155552671', '+14155552671'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['(+1)2133734253', '+12133734253'],
    ['0044 20 7946 0958', '+442079460958'],
    ['+49 30/123.456', '+4930123456'],
    [' +1555-555-5555 ', '+15555555555'],
    ['+7 800 555-35-35', '+78005553535'],
    ['+54 9 11 2345-6789', '+5491123456789'],
    ['+1234567', '+1234567'],
    ['+123456789012345', '+123456789012345'],
    ['tel:+49-151-12345678', '+4915112345678'],
    ['p:+14155552671', '+14155552671'],
    ["'+14155552671", '+14155552671'],
    ['Tel. +49 151 12345678', '+4915112345678'],
    ['++14155552671', '+14155552671'],
    ['-+14155552671', '+14155552671'],
    ['((+49) 151 12345678', '+4915112345678'],
    ['＋１（４１５）５５５\u3000２６７１', '+14155552671'],
    ['００４９ １５１ １２３４５６７８', '+4915112345678'],
    ['\u200e+1\u00ad415\u200b5552671\ufe0f', '+14155552671'],
    ['\u2060 0049 151 12345678', '+4915112345678'],
    ['\u0085+14155552671\u0085', '+14155552671'],
    [`+1 415${' '.repeat(485)}5552671`, '+14155552671']
  ])('%j is %j', (value, expected) => {
    expect(normaliseInternationalPhone(value)).toBe(expected)
  })
})

test('reads more than the 250 characters that the parser reads', () => {
  const value = `+1 415${' '.repeat(300)}555-2671`
  expect([normaliseInternationalPhone(value), normalisePhone(value)]).toStrictEqual(['+14155552671', '+14155552671'])
})

describe('numbers that are dropped', () => {
  test.each([
    ['no country', '(415) 555-2671'],
    ['no plus', '14155552671'],
    ['a digit before the plus', '1 +14155552671'],
    ['a digit of another script before the plus', '٥ +14155552671'],
    ['text before the zeros', 'tel:0049 151 12345678'],
    ['more than 500 characters', `+1 415${' '.repeat(490)}5552671`],
    ['a space between the zeros', '0 049 151 12345678'],
    ['a blank', ' '],
    ['letters', '+1 800 FLOWERS'],
    ['an extension', '+1 415 555 2671 ext. 3'],
    ['an abbreviated extension', '+1 415 555 2671x3'],
    ['a plus inside', '+1 415 555 2671 +1'],
    ['(0)', '+44 (0)20 7946 0958'],
    ['a zero after the calling code', '+4402079460958'],
    ['a calling code that does not exist', '+2101234567'],
    ['six digits', '+123456'],
    ['sixteen digits', '+1234567890123456'],
    ['digits of another script', '+١٤١٥٥٥٥٢٦٧١'],
    ['a national prefix of North America', '+1 1 415 555 2671'],
    ['a national prefix of Russia', '+7 8 912 345 67 89'],
    ['the 15 of Argentina', '+54 11 15 2345 6789'],
    ['a collect call in Brazil', '+55 90 11 91234 5678'],
    ['a carrier in China', '+86 17951 138 0013 8000'],
    ['a local number in Madagascar', '+261 2 123 456']
  ])('%s', (_case, value) => {
    expect(normaliseInternationalPhone(value)).toBeUndefined()
  })
})

describe('numbers that libphonenumber rewrites are dropped', () => {
  test.each([
    ['+110156926098', '+10156926098'],
    ['+2618575543', '+261208575543'],
    ['+29810209244859', '+2989244859'],
    ['+352158836887', '+3526887'],
    ['+370847367659051', '+37047367659051'],
    ['+375890687275379', '+37590687275379'],
    ['+378995720', '+3780549995720'],
    ['+42310017953424', '+4237953424'],
    ['+441800205587018', '+445587018'],
    ['+506196617751860', '+50617751860'],
    ['+54111512345678', '+5491112345678'],
    ['+559034666879', '+5534666879'],
    ['+611831404370', '+61404370'],
    ['+67225342', '+672325342'],
    ['+692158350822', '+69258350822'],
    ['+781109305069', '+71109305069'],
    ['+861791644446186', '+8644446186'],
    ['+993890637335', '+99390637335'],
    ['+4902079460958', '+492079460958']
  ])('%s, which the server sends as %s', (value, sent) => {
    expect([normaliseInternationalPhone(value), normalisePhone(value)]).toStrictEqual([undefined, sent])
  })
})

test('knows every calling code and no other', () => {
  const starts = Array.from({ length: 900 }, (_, number) => String(number + 100))
  const isKept = (normalise: (value: string) => string | undefined) => (start: string) =>
    ['2345678', '23456789', '234567890'].some((rest) => normalise(`+${start}${rest}`) !== undefined)
  const hasPrefix = (start: string) => start.startsWith('11') || CODES.some((code) => start.startsWith(`${code}0`))
  expect(starts.filter(isKept(normaliseInternationalPhone))).toStrictEqual(
    starts.filter(isKept(normalisePhone)).filter((start) => !hasPrefix(start))
  )
})

test('mobile numbers in E.164 are kept, except in four countries', () => {
  const dropped = getCountries().filter((country) => {
    const number = getExampleNumber(country, examples)?.number ?? ''
    return normaliseInternationalPhone(number) !== number
  })
  // Mobile numbers of these countries begin with a zero.
  expect(dropped).toStrictEqual(['BJ', 'CG', 'CI', 'GA'])
})
