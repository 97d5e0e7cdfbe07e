import fc from 'fast-check'
import { cleanUrl } from '../../../src/shared/payload/clean-url'
import { growthOf } from '../../support/growth'

describe('removes email addresses and phone numbers from parameters', () => {
  test.each([
    ['https://x.com/done?email=ann@example.com&a=1', 'https://x.com/done?email=removed&a=1'],
    ['/?e=ann.lee%2B1%40example.com#top', '/?e=removed#top'],
    ['/?e=ann+lee@example.com', '/?e=removed'],
    ['/?e=+ann%40example.com+', '/?e=removed'],
    ['/?e=m%FCller%40example.com', '/?e=removed'],
    ['/?e=j%C3%BCrgen@m%C3%BCller.example', '/?e=removed'],
    ['/?ann@example.com&a=1', '/?removed&a=1'],
    ['/?a=1&a=ann@example.com&&b', '/?a=1&a=removed&&b'],
    ['https://x.com/#/u?e=a@b.c', 'https://x.com/#/u?e=removed'],
    ['https://x.com/#e=a@b.c&a=1', 'https://x.com/#e=removed&a=1'],
    ['https://x.com/?a=1#ann@example.com', 'https://x.com/?a=1#removed'],
    ['/?next=/login?user=ann@example.com', '/?next=/login?user=removed'],
    ['https://x.com/?phone=+14155552671&b=2', 'https://x.com/?phone=removed&b=2'],
    ['/?p=%2B1+415+555+2671', '/?p=removed'],
    ['/?p=%2B1%20(415)%20555-2671', '/?p=removed'],
    ['/?p=+1%20415%20555%202671', '/?p=removed'],
    ['/?p=+%2B49151-12345678', '/?p=removed'],
    ['/?p=0049+151+12345678', '/?p=removed'],
    ['/?p=%2B12345678', '/?p=removed'],
    ['/?p=%2B123456789012345', '/?p=removed'],
    ['/?p=00123456789012', '/?p=removed']
  ])('%s becomes %s', (url, sent) => {
    expect(cleanUrl(url)).toBe(sent)
  })
})

describe('decodes a value up to three times', () => {
  const encoded = (value: string, times: number): string =>
    times === 0 ? value : encodeURIComponent(encoded(value, times - 1))
  test.each([0, 1, 2, 3])('%d times', (times) => {
    expect(cleanUrl(`/?e=${encoded('ann@example.com', times)}`)).toBe('/?e=removed')
    expect(cleanUrl(`/?p=${encoded('+1 415 555 2671', times)}`)).toBe('/?p=removed')
  })
  test('does not decode a value four times', () => {
    const url = `/?e=${encoded('ann@example.com', 4)}`
    expect(cleanUrl(url)).toBe(url)
  })
})

describe('keeps everything else', () => {
  test.each([
    'https://x.com/',
    'https://ann@example.com/ann@example.com',
    'https://medium.example/@ann/post?utm_source=tiktok&q=blue+shoes+42',
    'https://x.com/photos/120@N01/?order=14155552671&ttclid=E.C.P.a-b_c',
    '/?utm_campaign=summer+20240601',
    '/?utm_content=foo@bar',
    '/?data={"email":"ann@example.com"}',
    '/?data=%7B%22email%22%3A%22ann%40example.com%22%7D',
    '/?q=mail+ann@example.com+today',
    '/?q=ann@example.com,bea@example.com',
    '/?p=+1234567',
    '/?p=+1234567890123456',
    '/?p=000123456789',
    '/?p=+14155552671x',
    '/?a=%E0%A4%A&b=%zz&c=%',
    '/?a=1+2',
    '/?&&=&?#',
    '/#top',
    'not a url'
  ])('%s', (url) => {
    expect(cleanUrl(url)).toBe(url)
  })
  test.each(
    ['ttclid', 'gclid', 'fbclid', 'msclkid', 'wbraid', 'gbraid', 'dclid', 'twclid', 'li_fat_id'].concat('ScCid')
  )('the click ID %s', (name) => {
    const url = `https://x.com/?${name}=+123456789012&a=1#${name}=a@b.c`
    expect(cleanUrl(url)).toBe(url)
  })
})

test('changes only the parameter that holds personal data', () => {
  const part = fc.stringMatching(/^[a-z%+=@.0-9]{0,12}$/)
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (before, after) => {
      const cleaned = [...before, 'e=ann@example.com', ...after].join('&')
      const expected = [...before, 'e=removed', ...after]
      const parts = cleanUrl(`/?${cleaned}`).slice(2).split('&')
      expect(parts).toHaveLength(expected.length)
      for (const [index, given] of expected.entries()) {
        const equals = given.indexOf('=') + 1
        expect([given, `${given.slice(0, equals)}removed`]).toContain(parts[index])
      }
      expect(parts[before.length]).toBe('e=removed')
    })
  )
})

describe('the work is linear in the length of the URL', () => {
  test.each([
    ['letters', (length: number) => `/?${'a'.repeat(length)}`],
    ['an address without its end', (length: number) => `/?e=a@${'a.'.repeat(length / 2)}`],
    ['at signs', (length: number) => `/?e=${'@'.repeat(length)}`],
    ['encoded at signs', (length: number) => `/?e=${'%2540'.repeat(length / 5)}`],
    ['separators', (length: number) => `/?p=+1${'-'.repeat(length)}x`],
    ['digits', (length: number) => `/?p=+${'1'.repeat(length)}`],
    ['spaces', (length: number) => `/?p=1${'%20'.repeat(length / 3)}1`],
    ['parameters', (length: number) => `/?${'a=@&'.repeat(length / 4)}`],
    ['equals signs', (length: number) => `/?${'='.repeat(length)}`]
  ])('%s', (_title, urlOf) => {
    expect(growthOf((length) => void cleanUrl(urlOf(length)), 2_000)).toBeLessThan(40)
  })
})
