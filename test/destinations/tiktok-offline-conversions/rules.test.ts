import { Destination, type JSONObject, type SegmentEvent } from '@segment/actions-core'
import { tiktokConversions, tiktokOfflineConversions } from '../../../src'
import { redirectTo, type Sandbox, startSandbox } from '../../../src/sandbox'
import { describeError, rejection } from '../../support/failure'

const EMAIL_HASH = '848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f'
const PHONE_HASH = 'cb6880e416769253645cb9c6b8989154bf66a56a77fc14c81fb1019663cbb928'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => {
  sandbox.reset()
})
afterAll(() => sandbox.close())

const settings: JSONObject = {
  accessToken: 'sandbox-token',
  eventSetID: ' SANDBOX_OFFLINE ',
  subscriptions: (tiktokOfflineConversions.presets ?? []) as unknown as JSONObject[]
}
const sale = (properties: JSONObject, overrides: Partial<SegmentEvent> = {}): SegmentEvent => ({
  messageId: 'm1',
  type: 'track',
  event: 'Order Completed',
  userId: 'u1',
  timestamp: '2026-11-19T12:00:00.000Z',
  properties,
  ...overrides
})
const destination = () => new Destination(redirectTo(tiktokOfflineConversions, sandbox.origin))

it('sends a store event to the event set, with the test code at the root', async () => {
  const [subscription] = (tiktokOfflineConversions.presets ?? []) as unknown as JSONObject[]
  const mapping = { ...(subscription?.['mapping'] as JSONObject), test_event_code: ' TEST1 ' }
  const properties = { email: 'alice_abc@gmail.com', revenue: 12.5, currency: 'eur', lead_id: 'lead-1', shop_id: 'S1' }
  await destination().onEvent(sale(properties), { ...settings, subscriptions: [{ ...subscription, mapping }] })
  expect(sandbox.requests.map(({ body }) => body)).toStrictEqual([
    {
      event_source: 'offline',
      event_source_id: 'SANDBOX_OFFLINE',
      partner_name: 'Segment',
      test_event_code: 'TEST1',
      data: [
        {
          event: 'CompletePayment',
          event_time: 1795089600,
          event_id: 'm1',
          user: {
            email: [EMAIL_HASH],
            external_id: ['bb82030dbc2bcaba32a90bf2e207a84a856fc5f033b77c480836ab6f77f40f19'],
            lead_id: 'lead-1'
          },
          properties: { shop_id: 'S1', currency: 'EUR', value: 12.5 }
        }
      ]
    }
  ])
})

it('sends limited data use only if the event has it', async () => {
  await destination().onEvent(sale({ email: 'a@b', limited_data_use: false }), settings)
  expect(sandbox.accepted[0]?.data).toMatchObject({ limited_data_use: false })
})

it('sends a SHA-256 unchanged, also in a list with plain values', async () => {
  const properties = {
    email: [EMAIL_HASH.toUpperCase(), ' ALICE_abc@gmail.com ', 'n/a', 'bob@example.com'],
    phone: ['+1 415 555 2671', PHONE_HASH, '(555) 555-5555']
  }
  await destination().onEvent(sale(properties), settings)
  expect(sandbox.accepted[0]?.data.user).toStrictEqual({
    email: [EMAIL_HASH, '5ff860bf1190596c7188ab851db691f0f3169c453936e9e1eba2f9a47f7a0018'],
    phone: [PHONE_HASH],
    external_id: ['bb82030dbc2bcaba32a90bf2e207a84a856fc5f033b77c480836ab6f77f40f19']
  })
})

describe('an event without a usable email address or phone number', () => {
  const missing = ' is missing or blank.'
  const noEmail =
    ': The value is not an email address: it must have one @ with text on both sides, and no white space. Map an email address, e.g. ann@example.com.'
  const noPhone = ': The value holds no phone number. Map a phone number in E.164, e.g. +14155552671.'
  const noCallingCode =
    ': The number has no calling code, and no country is known for it. Write it in E.164, e.g. +14155552671, or set Default Phone Country.'
  it.each<{ title: string; properties: JSONObject; email: string; phone: string }>([
    { title: 'missing', properties: {}, email: missing, phone: missing },
    { title: 'blank', properties: { email: ' ', phone: '' }, email: missing, phone: missing },
    { title: 'n/a', properties: { email: 'n/a', phone: 'n/a' }, email: noEmail, phone: noPhone },
    { title: 'a national number', properties: { phone: '(555) 555-5555' }, email: missing, phone: noCallingCode },
    {
      title: 'lists without a usable value',
      properties: { email: ['', 'x'], phone: [' '] },
      email: noEmail,
      phone: missing
    }
  ])('is refused with the reason and without a request: $title', async ({ properties, email, phone }) => {
    const failure = describeError(await rejection(destination().onEvent(sale(properties), settings)))
    expect({ ...failure, class: (failure.class as { name: string }).name }).toStrictEqual({
      class: 'PayloadValidationError',
      message: `An offline event needs an email address or a phone number. Email (email_addresses)${email} Phone Number (phone_numbers)${phone}`,
      code: 'PAYLOAD_VALIDATION_FAILED',
      status: 400
    })
    expect(sandbox.requests).toHaveLength(0)
  })

  it('is refused in a batch, and the other events are sent', async () => {
    const events = [sale({ email: 'a@b' }), sale({ email: 'n/a' }), sale({ phone: '+14155552671' })]
    const result = await destination().onBatch(events, {
      ...settings,
      subscriptions: [],
      subscription: (tiktokOfflineConversions.presets ?? [])[0] as unknown as JSONObject
    })
    expect(result[0]?.multistatus?.map(({ status }) => status)).toStrictEqual([200, 400, 200])
    expect(sandbox.accepted).toHaveLength(2)
    expect(sandbox.requests).toHaveLength(1)
  })

  it('is sent if Default Phone Country gives its phone number a country', async () => {
    await destination().onEvent(sale({ phone: '(415) 555-2671' }), { ...settings, defaultPhoneCountry: 'US' })
    expect(sandbox.accepted[0]?.data.user).toMatchObject({ phone: [PHONE_HASH] })
  })
})

it('sends the same match keys as Conversions', async () => {
  const context = { ip: '8.8.8.8', userAgent: 'UA', locale: 'de-DE', page: { url: 'https://shop.example/?ttclid=C1' } }
  const event = sale(
    { email: [' ALICE_abc@gmail.com', EMAIL_HASH], phone: ['0044 20 7946 0958', '+14155552671'], ttp: 'T1' },
    { userId: ' User123 ', context }
  )
  await destination().onEvent(event, settings)
  const web: JSONObject = {
    accessToken: 'sandbox-token',
    pixelCode: 'SANDBOX_PIXEL',
    subscriptions: (tiktokConversions.presets ?? []) as unknown as JSONObject[]
  }
  await new Destination(redirectTo(tiktokConversions, sandbox.origin)).onEvent(event, web)
  const [offline, conversions] = sandbox.accepted.map(({ data }) => data.user)
  expect(offline).toStrictEqual(conversions)
  expect(Object.keys(offline ?? {}).sort()).toStrictEqual(
    ['email', 'external_id', 'ip', 'locale', 'phone', 'ttclid', 'ttp', 'user_agent'].sort()
  )
})

describe('checking credentials', () => {
  const check = (accessToken: string, eventSetID = 'SANDBOX_OFFLINE') =>
    destination().testAuthentication({ accessToken, eventSetID })

  it('sends one test event that is not counted', async () => {
    await check('sandbox-token')
    expect(sandbox.requests.map(({ body }) => body)).toStrictEqual([
      {
        event_source: 'offline',
        event_source_id: 'SANDBOX_OFFLINE',
        partner_name: 'Segment',
        test_event_code: 'SEGMENT',
        data: [
          {
            event: 'Contact',
            event_time: expect.any(Number) as number,
            user: { email: [expect.stringMatching(/^[0-9a-f]{64}$/) as string] }
          }
        ]
      }
    ])
  })

  it('refuses a wrong token and a token without permission on the event set', async () => {
    await expect(check('wrong')).rejects.toThrow('TikTok does not accept the access token.')
    await expect(check('sandbox-token', 'OTHER')).rejects.toThrow(
      'The access token has no permission for this pixel or event set.'
    )
  })
})
