import { sha256 } from '../../../src/shared/identity/hash'
import { buildUser } from '../../../src/shared/payload/user'

const user = (payload: object, country?: string) => buildUser(payload, country)

test('builds all properties of a user', () => {
  const payload = {
    phone_number: ['0151 12345678'],
    email: ['ann@example.com'],
    external_id: ['user-1'],
    first_name: 'Ann',
    last_name: 'Lee',
    address: { city: 'Bonn', state: 'NRW', country: 'de', zip_code: '53111' },
    ttclid: 'click-1',
    ttp: 'cookie-1',
    lead_id: 'lead-1',
    ip: '8.8.8.8',
    user_agent: 'Mozilla/5.0',
    locale: 'de-DE'
  }
  expect(user(payload)).toStrictEqual({
    phone: [sha256('+4915112345678')],
    email: [sha256('ann@example.com')],
    external_id: [sha256('user-1')],
    first_name: sha256('ann'),
    last_name: sha256('lee'),
    city: 'bonn',
    state: 'nrw',
    country: 'de',
    zip_code: sha256('53111'),
    ttclid: 'click-1',
    ttp: 'cookie-1',
    lead_id: 'lead-1',
    ip: '8.8.8.8',
    user_agent: 'Mozilla/5.0',
    locale: 'de-DE'
  })
})

test('the default country applies to a phone number without a calling code', () => {
  expect(user({ phone_number: '0151 12345678' }, 'de')).toStrictEqual({ phone: [sha256('+4915112345678')] })
})

describe('ttclid', () => {
  test.each([
    { title: 'is read from the URL', url: 'https://a.example/?ttclid=new', field: undefined, sent: 'new' },
    {
      title: 'the URL takes precedence over the field',
      url: 'https://a.example/?a=1&ttclid=new',
      field: 'old',
      sent: 'new'
    },
    { title: 'the field if the URL has no ttclid', url: 'https://a.example/?xttclid=new', field: 'old', sent: 'old' },
    {
      title: 'the field if the ttclid of the URL is blank',
      url: 'https://a.example/?ttclid=',
      field: 'old',
      sent: 'old'
    },
    {
      title: 'the field if the ttclid of the URL is %20',
      url: 'https://a.example/?ttclid=%20&a=1',
      field: 'old',
      sent: 'old'
    },
    {
      title: 'the field if the ttclid of the URL has no value',
      url: 'https://a.example/?ttclid',
      field: 'old',
      sent: 'old'
    },
    {
      title: 'the first that is not blank',
      url: 'https://a.example/?ttclid=&ttclid=b&ttclid=c',
      field: 'old',
      sent: 'b'
    },
    { title: 'decoded', url: 'https://a.example/?ttclid=E.C.P%2Bx%3D', field: undefined, sent: 'E.C.P+x=' },
    { title: 'not from the fragment', url: 'https://a.example/#/?ttclid=new', field: undefined, sent: undefined },
    { title: 'before the fragment', url: 'https://a.example/?ttclid=new#top', field: undefined, sent: 'new' },
    { title: 'from a relative URL', url: '/cart?ttclid=new', field: undefined, sent: 'new' },
    { title: 'from a query alone', url: '?ttclid=new', field: undefined, sent: 'new' },
    { title: 'from a broken URL', url: 'http://[broken?ttclid=new', field: undefined, sent: 'new' },
    { title: 'from a broken encoding', url: 'https://a.example/?ttclid=new&b=%E0%A4%A', field: undefined, sent: 'new' },
    {
      title: 'after a second question mark',
      url: 'https://a.example/?q=a?b&ttclid=new',
      field: undefined,
      sent: 'new'
    },
    { title: 'not from a path', url: 'https://a.example/ttclid=new', field: undefined, sent: undefined },
    { title: 'from the field without a URL', url: undefined, field: ' old ', sent: 'old' },
    { title: 'from the field if the URL is not text', url: { ttclid: 'new' }, field: 'old', sent: 'old' },
    { title: 'blank in both', url: 'https://a.example/?ttclid=', field: ' ', sent: undefined }
  ])('$title', ({ url, field, sent }) => {
    expect(user({ url, ttclid: field })).toStrictEqual(sent === undefined ? undefined : { ttclid: sent })
  })
  test('is never shortened', () => {
    const id = 'E.C.P.'.repeat(166)
    expect(user({ url: `https://a.example/?ttclid=${id}` })).toStrictEqual({ ttclid: id })
    expect(user({ ttclid: id })).toStrictEqual({ ttclid: id })
  })
})

describe('ip', () => {
  test.each([
    { given: ' 8.8.8.8 ', sent: '8.8.8.8' },
    { given: '2001:db8::1', sent: '2001:db8::1' },
    { given: '::ffff:8.8.8.8', sent: '::ffff:8.8.8.8' },
    { given: 'fe80::1%eth0', sent: undefined },
    { given: '256.1.1.1', sent: undefined },
    { given: '8.8.8', sent: undefined },
    { given: '8.8.8.8, 10.0.0.1', sent: undefined },
    { given: 'unknown', sent: undefined },
    { given: '', sent: undefined },
    { given: 8, sent: undefined }
  ])('$given: $sent', ({ given, sent }) => {
    expect(user({ ip: given })).toStrictEqual(sent === undefined ? undefined : { ip: sent })
  })
})

test.each(['ttp', 'user_agent', 'locale', 'lead_id', 'ttclid'])('%s is trimmed, and left out if it is blank', (key) => {
  expect(user({ [key]: '\u00a0some Text\n' })).toStrictEqual({ [key]: 'some Text' })
  expect(user({ [key]: ' \u0085\u3000' })).toBeUndefined()
  expect(user({ [key]: null })).toBeUndefined()
})

test('omits a user without properties', () => {
  expect(user({})).toBeUndefined()
})
