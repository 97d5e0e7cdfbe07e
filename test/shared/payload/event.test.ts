import { PayloadValidationError } from '@segment/actions-core'
import { sha256 } from '../../../src/shared/identity/hash'
import { BASE, build, NOW } from '../../support/build'
import { failureOf } from '../../support/failure'

test('a whole web event', () => {
  const payload = {
    event: ' CompletePayment ',
    event_id: 'message-1',
    timestamp: '2026-11-20T11:59:59.500Z',
    email: ['ann@example.com'],
    url: 'https://shop.example/?ttclid=click-1',
    referrer: 'https://www.example.com/',
    value: 9,
    lead_id: 'lead-1',
    limited_data_use: true,
    test_event_code: 'TEST1',
    lead_fields: { lead_id: 'lead-2', lead_event_source: 'HubSpot' }
  }
  expect(build(payload)).toStrictEqual({
    event: 'CompletePayment',
    event_time: Math.floor(NOW / 1000) - 1,
    event_id: 'message-1',
    user: { email: [sha256('ann@example.com')], ttclid: 'click-1', lead_id: 'lead-1' },
    properties: { value: 9 },
    page: { url: 'https://shop.example/?ttclid=click-1', referrer: 'https://www.example.com/' },
    limited_data_use: true
  })
})

describe('event', () => {
  test.each(['', ' ', '\u00a0', null, undefined, {}, ['Contact']])('%j is refused', (event) => {
    expect(failureOf(() => build({ event }))).toStrictEqual({
      class: PayloadValidationError,
      message: 'Event Name (event) is blank. Map a name, e.g. CompletePayment.',
      code: 'PAYLOAD_VALIDATION_FAILED',
      status: 400
    })
  })
  test('may have any name', () => {
    expect(build({ event: 'Ünusual event' })).toStrictEqual({ ...BASE, event: 'Ünusual event' })
  })
})

describe('event_id', () => {
  test.each([
    { given: 17, sent: '17' },
    { given: ' id ', sent: 'id' },
    { given: ' ', sent: undefined },
    { given: null, sent: undefined }
  ])('$given is text, or not there', ({ given, sent }) => {
    expect(build({ event_id: given })).toStrictEqual(sent === undefined ? BASE : { ...BASE, event_id: sent })
  })
})

describe('limited_data_use', () => {
  test.each([
    { source: 'web', given: undefined, sent: false },
    { source: 'web', given: false, sent: false },
    { source: 'web', given: true, sent: true },
    { source: 'web', given: 'true', sent: true },
    { source: 'web', given: '', sent: false },
    { source: 'crm', given: undefined, sent: undefined },
    { source: 'crm', given: false, sent: false },
    { source: 'crm', given: true, sent: true },
    { source: 'offline', given: undefined, sent: undefined },
    { source: 'offline', given: false, sent: false },
    { source: 'offline', given: 'yes', sent: undefined }
  ] as const)('$source, $given: $sent', ({ source, given, sent }) => {
    const { limited_data_use } = build({ limited_data_use: given, lead_fields: { lead_id: 'l' } }, { source })
    expect(limited_data_use).toBe(sent)
  })
  test('is not there as undefined', () => {
    expect(build({}, { source: 'offline' })).toStrictEqual({ event: 'Contact', event_time: BASE.event_time })
  })
})

describe('page', () => {
  test.each([
    { given: { url: 'https://a.example/', referrer: 'https://b.example/' } },
    { given: { url: '/relative' } },
    { given: { referrer: 'https://b.example/' } }
  ])('$given', ({ given }) => {
    expect(build(given)).toStrictEqual({ ...BASE, page: given })
  })
  test('is left out when there is neither', () => {
    expect(build({ url: ' ', referrer: '' })).toStrictEqual(BASE)
  })
})

describe('lead', () => {
  const crm = (payload: object) => build(payload, { source: 'crm' })
  const bare = { event: 'Contact', event_time: BASE.event_time }

  test('of a CRM event', () => {
    const lead_fields = { lead_id: ' lead-1 ', lead_event_source: 'HubSpot', more: 1 }
    expect(crm({ lead_fields })).toStrictEqual({ ...bare, lead: { lead_id: 'lead-1', lead_event_source: 'HubSpot' } })
  })
  test('with an id of digits and without a source', () => {
    expect(crm({ lead_fields: { lead_id: 7, lead_event_source: ' ' } })).toStrictEqual({
      ...bare,
      lead: { lead_id: '7' }
    })
  })
  test.each([undefined, null, 'lead-1', {}, { lead_id: ' ' }, { lead_id: null }, { lead_event_source: 'HubSpot' }])(
    'CRM with %j is refused',
    (lead_fields) => {
      expect(failureOf(() => crm({ lead_fields, lead_id: 'not this one' }))).toStrictEqual({
        class: PayloadValidationError,
        message:
          'TikTok Lead ID (lead_fields.lead_id) is blank. TikTok takes no CRM event without the ID it gave the lead.',
        code: 'PAYLOAD_VALIDATION_FAILED',
        status: 400
      })
    }
  )
  test('of no other event', () => {
    expect(build({ lead_fields: { lead_id: 'lead-1' } })).toStrictEqual(BASE)
    expect(build({ lead_fields: { lead_id: 'lead-1' } }, { source: 'offline' })).toStrictEqual(bare)
  })
})
