import { quote } from '../../../src/shared/events-api/errors'

const HASH = '0123456789abcdef'.repeat(4)
const TOKEN = 'c0ffee-$&-token'

test.each([
  { title: 'the token', said: `Token ${TOKEN} is bad, ${TOKEN}!`, quoted: 'Token [token] is bad, [token]!' },
  { title: 'an address', said: 'Bad email: Ann.Lee+1@example.com.', quoted: 'Bad email: [email]' },
  { title: 'an address in brackets', said: '<ann@example.com>, "b@example.com"', quoted: '<[email]>, "[email]"' },
  { title: 'a hash', said: `Bad hash ${HASH}.`, quoted: 'Bad hash [hash].' },
  { title: 'a hash in upper case', said: `['${HASH.toUpperCase()}']`, quoted: "['[hash]']" },
  { title: 'a phone number', said: 'Bad phone +14155552671.', quoted: 'Bad phone [phone].' },
  { title: 'an address in a URL', said: 'Bad https://x.com/?e=ann%40example.com now', quoted: 'Bad https:[email] now' },
  { title: 'a phone number with 00', said: 'Bad phone 0049 151 12345678.', quoted: 'Bad phone [phone].' },
  { title: 'a phone number in a URL', said: 'Bad ?p=%2B14155552671', quoted: 'Bad ?p=[phone]' },
  { title: 'a phone number with gaps', said: 'Bad phone +1 (415) 555-2671!', quoted: 'Bad phone [phone]!' }
])('hides $title', ({ said, quoted }) => {
  expect(quote(said, TOKEN)).toBe(quoted)
})

test.each([
  'Invalid value for event_id: not a valid string.',
  'No permission to operate pixel code: C4A1B2C3D4E5F6G7H8I9. You must be an admin or operator of this advertiser account.',
  'Invalid value for data.3.user.email.0: not a SHA-256 hash.',
  'Event time 1700000000 is too old.',
  'Limit +100 at @home.'
])('leaves "%s" as it is', (said) => {
  expect(quote(said, TOKEN)).toBe(said)
  expect(quote(said, '')).toBe(said)
})

test('hides the token however the settings write it', () => {
  expect(quote(`Bad ${TOKEN}.`, ` ${TOKEN}\n`)).toBe('Bad [token].')
  expect(quote('Bad day.', ' ')).toBe('Bad day.')
})

test('shortens what is long, after it has hidden what is to be hidden', () => {
  expect(quote('x'.repeat(1000), TOKEN)).toBe('x'.repeat(300))
  expect(quote(`${'x'.repeat(290)} ${HASH}`, TOKEN)).toBe(`${'x'.repeat(290)} [hash]`)
})
