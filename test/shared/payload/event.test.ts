import { PayloadValidationError } from '@segment/actions-core'
import { sha256 } from '../../../src/shared/identity/hash'
import { BASE, build, NOW } from '../../support/build'
import { failureOf } from '../../support/failure'

test('builds a whole web event', () => {
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

describe('the name of an event', () => {
  test('PageView is sent as Pageview', () => {
    expect(build({ event: ' PageView ' })).toStrictEqual({ ...BASE, event: 'Pageview' })
  })
  test.each(['', ' ', '\u00a0', null, undefined, {}, ['Contact']])('%j is refused', (event) => {
    expect(failureOf(() => build({ event }))).toStrictEqual({
      class: PayloadValidationError,
      message: 'Event Name (event) is blank. Map a name, e.g. CompletePayment.',
      code: 'PAYLOAD_VALIDATION_FAILED',
      status: 400
    })
  })
  test('may be any text', () => {
    expect(build({ event: 'Ünusual event' })).toStrictEqual({ ...BASE, event: 'Ünusual event' })
  })
})

describe('event_id', () => {
  test.each([
    { given: 17, sent: '17' },
    { given: ' id ', sent: 'id' },
    { given: ' ', sent: undefined },
    { given: null, sent: undefined }
  ])('$given is sent as $sent', ({ given, sent }) => {
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
  test('is left out if it is undefined', () => {
    expect(build({}, { source: 'offline' })).toStrictEqual({ event: 'Contact', event_time: BASE.event_time })
  })
})

describe('page', () => {
  test.each([
    { given: { url: 'https://a.example/', referrer: 'https://b.example/' } },
    { given: { url: '/relative' } },
    { given: { referrer: 'https://b.example/' } }
  ])('$given is sent unchanged', ({ given }) => {
    expect(build(given)).toStrictEqual({ ...BASE, page: given })
  })
  test('is left out without a URL and a referrer', () => {
    expect(build({ url: ' ', referrer: '' })).toStrictEqual(BASE)
  })
})

describe('lead', () => {
  const crm = (payload: object) => build(payload, { source: 'crm' })
  const bare = { event: 'Contact', event_time: BASE.event_time }

  test('is sent with a CRM event', () => {
    const lead_fields = { lead_id: ' lead-1 ', lead_event_source: 'HubSpot', more: 1 }
    expect(crm({ lead_fields })).toStrictEqual({ ...bare, lead: { lead_id: 'lead-1', lead_event_source: 'HubSpot' } })
  })
  test('may have a number as its ID, and no source', () => {
    expect(crm({ lead_fields: { lead_id: 7, lead_event_source: ' ' } })).toStrictEqual({
      ...bare,
      lead: { lead_id: '7' }
    })
  })
  test.each([
    { email: 'ann@example.com' },
    { phone_number: '+14155552671' },
    { phone_number: '(415) 555-2671', address: { country: 'US' } }
  ])('may have no ID if the event has %j', (contact) => {
    const { lead, user } = crm({ ...contact, lead_fields: { lead_id: ' ', lead_event_source: 'HubSpot' } })
    expect(lead).toStrictEqual({ lead_event_source: 'HubSpot' })
    expect(user).toMatchObject('email' in contact ? { email: [expect.any(String)] } : { phone: [expect.any(String)] })
    expect(Object.keys(crm({ ...contact, lead_fields: {} }))).not.toContain('lead')
  })
  test('is not sent with other events', () => {
    expect(build({ lead_fields: { lead_id: 'lead-1' } })).toStrictEqual(BASE)
    expect(build({ lead_fields: { lead_id: 'lead-1' } }, { source: 'offline' })).toStrictEqual(bare)
  })
})

describe('a CRM event without a lead ID, an email address and a phone number is refused', () => {
  const noNumber = 'The value holds no phone number. Map a phone number in E.164, e.g. +14155552671.'
  const noCallingCode =
    'The number has no calling code, and no country is known for it. Write it in E.164, e.g. +14155552671, or set Default Phone Country.'
  const notOfCountry =
    'The number has no calling code, and is not a possible number in its country. Write it in E.164, e.g. +14155552671, or correct the country.'
  const noAddress =
    'The value is not an email address: it must have one @ with text on both sides, and no white space. Map an email address, e.g. ann@example.com.'
  const email = 'Email (email) is missing or blank.'
  const phone = 'Phone Number (phone_number) is missing or blank.'

  test.each<{ payload: object; context?: { defaultPhoneCountry: string }; faults: string }>([
    { payload: {}, faults: `${email} ${phone}` },
    { payload: { lead_fields: 'lead-1', email: null, phone_number: ' ' }, faults: `${email} ${phone}` },
    { payload: { lead_fields: { lead_id: ' ' }, lead_id: 'not this one' }, faults: `${email} ${phone}` },
    { payload: { lead_fields: { lead_event_source: 'HubSpot' }, external_id: 'u1' }, faults: `${email} ${phone}` },
    {
      payload: { email: [' ', 'nobody'], phone_number: 'n/a' },
      faults: `Email (email): ${noAddress} Phone Number (phone_number): ${noNumber}`
    },
    { payload: { phone_number: '(415) 555-2671' }, faults: `${email} Phone Number (phone_number): ${noCallingCode}` },
    {
      payload: { phone_number: '415', address: { country: 'US' } },
      faults: `${email} Phone Number (phone_number): ${notOfCountry}`
    },
    {
      payload: { phone_number: '0415' },
      context: { defaultPhoneCountry: 'Germany' },
      faults: `${email} Phone Number (phone_number): ${notOfCountry}`
    }
  ])('$payload', ({ payload, context = {}, faults }) => {
    expect(failureOf(() => build(payload, { source: 'crm', ...context }))).toStrictEqual({
      class: PayloadValidationError,
      message: `A CRM event needs a lead ID, an email address or a phone number. TikTok Lead ID (lead_fields.lead_id) is missing or blank. ${faults}`,
      code: 'PAYLOAD_VALIDATION_FAILED',
      status: 400
    })
  })
})
