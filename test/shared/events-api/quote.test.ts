import * as fc from 'fast-check'
import { quote, quoteRequestId } from '../../../src/shared/events-api/quote'

const HASH = '0123456789abcdef'.repeat(4)
const TOKEN = 'c0ffee-$&-Token'

test.each([
  { title: 'the token', said: `Token ${TOKEN} is bad, ${TOKEN}!`, quoted: 'Token [token] is bad, [token]!' },
  { title: 'the token in lower case', said: `Bad ${TOKEN.toLowerCase()}.`, quoted: 'Bad [token].' },
  { title: 'the token in upper case', said: `Bad ${TOKEN.toUpperCase()}.`, quoted: 'Bad [token].' },
  { title: 'the token in a URL', said: `Bad ?t=${encodeURIComponent(TOKEN)}&u=1`, quoted: 'Bad ?t=[token]&u=1' },
  { title: 'the token in a URL, lower case', said: 'Bad ?t=c0ffee-%24%26-token', quoted: 'Bad ?t=[token]' },
  { title: 'the token in a URL in a URL', said: 'Bad c0ffee-%2524%252526-Token', quoted: 'Bad [token]' },
  {
    title: 'the token with every character encoded',
    said: '%63%30%66%66%65%65%2d%24%26%2d%54%6f%6b%65%6E',
    quoted: '[token]'
  },
  { title: 'an address', said: 'Bad email: Ann.Lee+1@example.com.', quoted: 'Bad email: [email]' },
  { title: 'an address in brackets', said: '<ann@example.com>, "b@example.com"', quoted: '<[email]>, "[email]"' },
  { title: 'an address in a URL', said: 'Bad https://x.com/?e=ann%40example.com now', quoted: 'Bad https:[email] now' },
  { title: 'an address in a URL in a URL', said: 'Bad e=ann%2540example.com', quoted: 'Bad [email]' },
  { title: 'an address in full-width characters', said: 'Bad ａｎｎ＠example.com', quoted: 'Bad [email]' },
  { title: 'an address with a long name', said: `Bad ${'a'.repeat(64)}@b.c`, quoted: 'Bad [email]' },
  { title: 'a hash', said: `Bad hash ${HASH}.`, quoted: 'Bad hash [hash].' },
  { title: 'a hash in upper case', said: `['${HASH.toUpperCase()}']`, quoted: "['[hash]']" },
  { title: 'a hash after a letter', said: `sha256_${HASH}_`, quoted: 'sha256_[hash]_' },
  { title: 'a phone number', said: 'Bad phone +14155552671.', quoted: 'Bad phone [number].' },
  { title: 'a national number', said: 'Bad phone 4155552671.', quoted: 'Bad phone [number].' },
  { title: 'a national number of 7 digits', said: 'Bad phone 5552671.', quoted: 'Bad phone [number].' },
  { title: 'a national number with gaps', said: 'Bad phone (415) 555-2671!', quoted: 'Bad phone ([number]!' },
  { title: 'a national number with dots', said: 'phone=04.15.55.26.71;', quoted: 'phone=[number];' },
  { title: 'a national number after letters', said: 'tel4155552671x', quoted: 'tel[number]x' },
  { title: 'a national number in a URL', said: 'p=%28415%29%20555%2D2671', quoted: 'p=[number]' },
  { title: 'a phone number with 00', said: 'Bad phone 0049 151 12345678.', quoted: 'Bad phone [number].' },
  { title: 'a phone number in a URL', said: 'Bad ?p=%2B14155552671', quoted: 'Bad ?p=[number]' },
  { title: 'a phone number in a URL in a URL', said: 'Bad ?p=%252B1%2520415%25205552671', quoted: 'Bad ?p=[number]' },
  { title: 'a phone number with gaps', said: 'Bad phone +1 (415) 555-2671!', quoted: 'Bad phone [number]!' },
  { title: 'a phone number in Arabic digits', said: 'Bad ٤١٥٥٥٥٢٦٧١', quoted: 'Bad [number]' },
  { title: 'a phone number in full-width digits', said: 'Bad ４１５–５５５–２６７１', quoted: 'Bad [number]' },
  {
    title: 'another long number',
    said: 'Event time 1700000000 is too old.',
    quoted: 'Event time [number] is too old.'
  }
])('hides $title', ({ said, quoted }) => {
  expect(quote(said, TOKEN)).toBe(quoted)
})

test.each([
  'Invalid value for event_id: not a valid string.',
  'No permission to operate pixel code: C4A1B2C3D4E5F6G7H8I9. You must be an admin or operator of this advertiser account.',
  'Invalid value for data.3.user.email.0: not a SHA-256 hash.',
  'App reaches the QPS limit 1000, current QPS is 1001',
  'Code 123456.',
  `Not a hash: ${'a'.repeat(63)}.`,
  'Limit +100 at @home.'
])('keeps "%s"', (said) => {
  expect(quote(said, TOKEN)).toBe(said)
  expect(quote(said, '')).toBe(said)
})

test('hides the token if the settings have white space around it', () => {
  expect(quote(`Bad ${TOKEN}.`, ` ${TOKEN}\n`)).toBe('Bad [token].')
  expect(quote('Bad day.', ' ')).toBe('Bad day.')
})

test('removes the token from a request ID and keeps its digits', () => {
  expect(quoteRequestId('20261120120000ABCDEF', TOKEN)).toBe('20261120120000ABCDEF')
  expect(quoteRequestId(`2026-${TOKEN}`, TOKEN)).toBe('2026-[token]')
})

describe('a long text', () => {
  test('is cut to 300 characters', () => {
    expect(quote('x'.repeat(301), TOKEN)).toBe('x'.repeat(300))
  })
  test('is cut before labels replace the hidden parts', () => {
    expect(quote(`${'x'.repeat(290)} ${HASH}`, TOKEN)).toBe(`${'x'.repeat(290)} [hash]`)
    expect(quote(`${HASH} ${'x'.repeat(300)}`, TOKEN)).toBe(`[hash] ${'x'.repeat(235)}`)
  })
  test('shows no part of a hidden value at the cut, for any position of the cut', () => {
    const secrets = [TOKEN, 'ann.lee@example.com', HASH, '+1 (415) 555-2671', encodeURIComponent(TOKEN)]
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...secrets), fc.constantFrom('x ', 'data.3: ')), { maxLength: 200 }),
        fc.nat(20),
        (parts, shift) => {
          const quoted = quote('y'.repeat(shift) + ' ' + parts.join(' '), TOKEN)
          // Without the labels, only the words between the secrets are left.
          expect(quoted.replace(/\[(?:token|email|hash|number)\]/g, '')).toMatch(/^y* [ xdat.3:]*$/)
        }
      )
    )
  })
  test('is not searched beyond the cut', () => {
    const searched = (length: number) => {
      const replace = jest.spyOn(RegExp.prototype, Symbol.replace)
      quote('a'.repeat(length), TOKEN)
      const characters = replace.mock.calls.reduce((sum, [text]) => sum + text.length, 0)
      replace.mockRestore()
      return characters
    }
    expect(searched(10_000)).toBeLessThan(10_000)
    expect(searched(1_000_000)).toBe(searched(10_000))
  })
})
