import { tiktokConversions } from '../../../src'
import { explain } from '../../../src/runtime'
import { hide, redact } from '../../../src/runtime/explain/redact'
import { SETTINGS } from '../../support/conversions'

const HASH = '0123456789abcdef'.repeat(4)

it.each([
  ['email', 'mia@example.de', 'email, 14 characters'],
  ['email_addresses', ['mia@example.de', ''], ['email, 14 characters', '']],
  ['phone', '+4915112345678', 'phone number, 14 characters'],
  ['phone_number', 4915112345678, 'phone number, 13 characters'],
  ['phone_numbers', ['1'], ['phone number, 1 characters']],
  ['external_id', 12345, 'external ID, 5 characters'],
  ['external_ids', ['u'], ['external ID, 1 characters']],
  ['first_name', 'Mia', 'name, 3 characters'],
  ['last_name', 'Keller', 'name, 6 characters'],
  ['city', 'Köln', 'place, 4 characters'],
  ['state', 'CA', 'place, 2 characters'],
  ['country', 'DE', 'place, 2 characters'],
  ['zip_code', '50667', 'place, 5 characters'],
  ['postal_code', '50667', 'place, 5 characters'],
  ['region', 'NRW', 'place, 3 characters'],
  ['ip', '1.2.3.4', 'identifier, 7 characters'],
  ['user_agent', 'UA', 'identifier, 2 characters'],
  ['ttclid', 'E.C.P', 'identifier, 5 characters'],
  ['ttp', 'p', 'identifier, 1 characters'],
  ['lead_id', 'l1', 'identifier, 2 characters'],
  ['vin', 'WBA1', 'identifier, 4 characters'],
  ['url', 'https://a.example/', 'URL, 18 characters'],
  ['referrer', 'https://a.example/', 'URL, 18 characters'],
  ['email', HASH, '01234567…'],
  ['order_id', ` ${HASH.toUpperCase()} `, '01234567…'],
  ['order_id', 'mia@example.de', 'personal data, 14 characters'],
  ['order_id', '50314b8e', '50314b8e'],
  ['value', 12.5, 12.5],
  ['email', true, true],
  ['email', null, null],
  ['email', '', ''],
  ['name', 'Mia', 'Mia'],
  ['address', { city: 'Köln', other: 1 }, { city: 'place, 4 characters', other: 1 }],
  ['email', { a: 'x' }, { a: 'x' }]
])('hides %s %j as %j', (key, value, hidden) => {
  expect(hide(value, key)).toStrictEqual(hidden)
})

it('hides the values, the payload and the request of each mapping, and keeps the rest', () => {
  const mapping = { name: 'Lead', subscribe: 'type = "track"', warnings: [] }
  const values = [
    { field: 'email', from: 'traits.email', given: 'mia@example.de', sent: HASH },
    { field: 'phone_numbers[10]', given: '12', reason: 'The value holds no phone number.', remedy: 'Map one.' },
    { field: 'address.city', given: undefined }
  ]
  const request = {
    event_source: 'web',
    event_source_id: 'P',
    partner_name: 'Segment',
    data: [{ user: { ip: '::1' } }]
  }
  const explanation = {
    messageId: 'm1',
    mappings: [
      { ...mapping, payload: { email: ['mia@example.de'] }, request: request as never, values },
      { ...mapping, error: 'Refused.', values: [] }
    ]
  }
  expect(redact(explanation)).toStrictEqual({
    messageId: 'm1',
    mappings: [
      {
        ...mapping,
        payload: { email: ['email, 14 characters'] },
        request: { ...request, data: [{ user: { ip: 'identifier, 3 characters' } }] },
        values: [
          { field: 'email', from: 'traits.email', given: 'email, 14 characters', sent: '01234567…' },
          {
            field: 'phone_numbers[10]',
            given: 'phone number, 2 characters',
            reason: 'The value holds no phone number.',
            remedy: 'Map one.'
          },
          { field: 'address.city', given: undefined }
        ]
      },
      { ...mapping, error: 'Refused.', values: [] }
    ]
  })
})

it('hides personal data that the nearest triggers quote', () => {
  const event = { type: 'track', event: 'mia@example.de' }
  const subscriptions = [{ subscribe: 'event = "Lead"', partnerAction: 'reportWebEvent', mapping: { event: 'Lead' } }]
  const name = subscriptions[0]?.subscribe
  expect(explain(tiktokConversions, event, SETTINGS, { subscriptions, redact: true })).toStrictEqual({
    mappings: [],
    nearest: [{ name, subscribe: name, failed: ['event is "personal data, 14 characters"; the trigger says = "Lead"'] }]
  })
})

it.each([
  [
    'traits.last_name = "Lee"',
    { traits: { last_name: 'Kel"ler' } },
    'traits.last_name is "name, 7 characters"; the trigger says = "Lee"'
  ],
  [
    'traits.phone = "1"',
    { traits: { phone: 4915112345678 } },
    'traits.phone is "phone number, 13 characters"; the trigger says = "1"'
  ],
  [
    'traits.firstName = "Lee"',
    { traits: { firstName: 'Mia' } },
    'traits.firstName is "name, 3 characters"; the trigger says = "Lee"'
  ],
  [
    'traits.name = "Lee"',
    { traits: { name: 'Mia Keller' } },
    'traits.name is "name, 10 characters"; the trigger says = "Lee"'
  ],
  [
    'traits.birthday = "1"',
    { traits: { birthday: '1990-05-01' } },
    'traits.birthday is "trait, 10 characters"; the trigger says = "1"'
  ],
  [
    'context.traits.age = "1"',
    { context: { traits: { age: 36 } } },
    'context.traits.age is "trait, 2 characters"; the trigger says = "1"'
  ],
  [
    'traits.address.street = "1"',
    { traits: { address: { street: 'Am Markt 1' } } },
    'traits.address.street is "place, 10 characters"; the trigger says = "1"'
  ],
  [
    'properties.postalCode = "1"',
    { properties: { postalCode: '80331' } },
    'properties.postalCode is "place, 5 characters"; the trigger says = "1"'
  ],
  [
    'context.userAgent = "1"',
    { context: { userAgent: 'Mozilla/5.0' } },
    'context.userAgent is "identifier, 11 characters"; the trigger says = "1"'
  ],
  ['name = "1"', { type: 'page', name: 'Home' }, 'name is "Home"; the trigger says = "1"'],
  ['userId = "1"', { userId: 'mia' }, 'userId is "external ID, 3 characters"; the trigger says = "1"'],
  ['context.ip = "1"', { context: { ip: {} } }, 'context.ip is a list or an object; the trigger says = "1"'],
  ['context.ip = "1"', {}, 'context.ip is missing; the trigger says = "1"'],
  [
    'userId = "; the trigger says "',
    { userId: 'a\n"b' },
    'userId is "external ID, 4 characters"; the trigger says = "; the trigger says "'
  ],
  ['event = "1"', { event: 'x' }, 'event is "x"; the trigger says = "1"']
])('hides the value that the nearest trigger %s quotes, according to its field', (subscribe, event, failed) => {
  const subscriptions = [{ subscribe, partnerAction: 'reportWebEvent', mapping: { event: 'Lead' } }]
  const { nearest } = explain(tiktokConversions, event, SETTINGS, { subscriptions, redact: true })
  expect(nearest?.map((near) => near.failed)).toStrictEqual([[failed]])
})

it('holds no personal data in the error of a refused event', () => {
  const event = { type: 'track', event: 'x', timestamp: 'mia@example.de', userId: 'u' }
  const mapping = { event: 'Lead', external_id: 'u', timestamp: { '@path': '$.timestamp' } }
  const subscriptions = [{ subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }]
  const { mappings } = explain(tiktokConversions, event, SETTINGS, { subscriptions, redact: true })
  expect(mappings[0]?.error).toContain('Event Timestamp')
  expect(JSON.stringify(mappings)).not.toContain('mia@')
})
