import { PayloadValidationError } from '@segment/actions-core'
import omit from 'lodash/omit'
import { sha256 } from '../../../src/shared/identity/hash'
import { defaultMapping, type EventChanges, purchase, run, type Run, runPresets } from '../../support/conversions'
import { describeError, rejection } from '../../support/failure'
import { useSandbox } from '../../support/use-sandbox'

const running = useSandbox()
const bodies = () => running.sandbox.requests.map(({ body }) => body)

/** The event that was sent, with the default mapping. */
async function sent(changes: EventChanges = {}, options: Run = {}): Promise<object | undefined> {
  await run(running.sandbox, purchase(changes), options)
  expect(running.sandbox.accepted).toHaveLength(1)
  return running.sandbox.accepted[0]?.data
}

const BARE = {
  event: 'CompletePayment',
  event_time: Date.UTC(2026, 10, 19, 12) / 1000,
  event_id: 'message-1',
  user: { external_id: [sha256('user-1')] },
  limited_data_use: false
}

test('the preset of an order sends the whole body', async () => {
  await runPresets(
    running.sandbox,
    purchase({
      anonymousId: 'anonymous-1',
      context: {
        ip: '8.8.8.8',
        userAgent: 'Mozilla/5.0',
        locale: 'de-DE',
        page: { url: 'https://shop.example/done?ttclid=click-1', referrer: 'https://shop.example/cart' },
        traits: {
          email: 'Ann@Example.com',
          firstName: 'Ann',
          lastName: 'Lee',
          phone: '0151 12345678',
          address: { city: 'München', state: 'BY', country: 'Germany', postalCode: '80331' }
        }
      },
      integrations: { 'Tiktok Conversions': { ttclid: 'click-0', ttp: 'cookie-1' } },
      properties: {
        email: '',
        order_id: 'order-1',
        revenue: 59.97,
        currency: 'eur',
        products: [
          { product_id: 17, name: 'Shoe', category: 'Shoes', brand: 'Acme', price: 19.99, quantity: 3, sku: 's' },
          { product_id: null, price: null },
          null
        ],
        year: '2024 edition',
        trim: { of: 'a hedge' }
      }
    })
  )
  expect(bodies()).toStrictEqual([
    {
      event_source: 'web',
      event_source_id: 'SANDBOX_PIXEL',
      partner_name: 'Segment',
      data: [
        {
          event: 'CompletePayment',
          event_time: Date.UTC(2026, 10, 19, 12) / 1000,
          event_id: 'message-1',
          user: {
            email: [sha256('ann@example.com')],
            phone: [sha256('+4915112345678')],
            external_id: [sha256('user-1')],
            first_name: sha256('ann'),
            last_name: sha256('lee'),
            city: 'munchen',
            state: 'by',
            country: 'de',
            zip_code: sha256('80331'),
            ttclid: 'click-1',
            ttp: 'cookie-1',
            ip: '8.8.8.8',
            user_agent: 'Mozilla/5.0',
            locale: 'de-DE'
          },
          properties: {
            contents: [
              {
                price: 19.99,
                quantity: 3,
                content_id: '17',
                content_category: 'Shoes',
                content_name: 'Shoe',
                brand: 'Acme'
              }
            ],
            content_type: 'product',
            currency: 'EUR',
            order_id: 'order-1',
            value: 59.97
          },
          page: { url: 'https://shop.example/done?ttclid=click-1', referrer: 'https://shop.example/cart' },
          limited_data_use: false
        }
      ]
    }
  ])
})

test('empty properties are left out of the event', async () => {
  expect(await sent()).toStrictEqual(BARE)
})

describe('the root of the body', () => {
  const root = { event_source: 'web', event_source_id: 'SANDBOX_PIXEL', partner_name: 'Segment' }

  test('contains the test event code', async () => {
    await sent({}, { mapping: defaultMapping('CompletePayment', { test_event_code: ' TEST1 ' }) })
    expect(bodies()).toStrictEqual([{ ...root, test_event_code: 'TEST1', data: [BARE] }])
  })
  test('contains no blank test event code', async () => {
    await sent({}, { mapping: defaultMapping('CompletePayment', { test_event_code: ' ' }) })
    expect(bodies()).toStrictEqual([{ ...root, data: [BARE] }])
  })
  test('contains the trimmed pixel code', async () => {
    await sent({}, { settings: { pixelCode: ' SANDBOX_PIXEL\n', accessToken: ' sandbox-token ' } })
    expect(bodies()).toStrictEqual([{ ...root, data: [BARE] }])
  })
})

describe('a CRM event', () => {
  const mapping = defaultMapping('Lead', { event_source: 'crm' })
  const lead = { lead_id: 'lead-1', lead_event_source: 'HubSpot' }
  const data = [{ ...omit(BARE, 'limited_data_use'), event: 'Lead', lead }]

  test.each([
    { title: 'the CRM event set', settings: { crmEventSetId: ' SANDBOX_CRM ' }, event_source_id: 'SANDBOX_CRM' },
    { title: 'the pixel without a CRM event set', settings: {}, event_source_id: 'SANDBOX_PIXEL' },
    {
      title: 'the pixel if the CRM event set is blank',
      settings: { crmEventSetId: ' ' },
      event_source_id: 'SANDBOX_PIXEL'
    }
  ])('is sent to $title', async ({ settings, event_source_id }) => {
    await sent({ properties: lead }, { mapping, settings })
    expect(bodies()).toStrictEqual([{ event_source: 'crm', event_source_id, partner_name: 'Segment', data }])
  })
  test('is sent without a lead ID if it has an email address', async () => {
    const user = { external_id: [sha256('user-1')], email: [sha256('ann@example.com')] }
    expect(await sent({ properties: { email: 'ann@example.com' } }, { mapping })).toStrictEqual({
      ...omit(BARE, 'limited_data_use'),
      event: 'Lead',
      user
    })
  })
  test.each([{}, { lead_id: null }, { lead_id: '  ' }])('is refused with %j alone', async (properties) => {
    const error = await rejection(run(running.sandbox, purchase({ properties }), { mapping }))
    expect(describeError(error)).toStrictEqual({
      class: PayloadValidationError,
      message:
        'A CRM event needs a lead ID, an email address or a phone number. TikTok Lead ID (lead_fields.lead_id) is missing or blank. Email (email) is missing or blank. Phone Number (phone_number) is missing or blank.',
      code: 'PAYLOAD_VALIDATION_FAILED',
      status: 400
    })
    expect(bodies()).toStrictEqual([])
  })
  test('is refused by the framework if the mapping lacks CRM Fields', async () => {
    const without = Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== 'lead_fields'))
    const error = await rejection(run(running.sandbox, purchase(), { mapping: without }))
    expect(error).toMatchObject({
      name: 'AggregateAjvError',
      message: 'The root value is missing the required field \'lead_fields\'. The root value must match "then" schema.',
      status: 400
    })
    expect(bodies()).toStrictEqual([])
  })
})

describe('phone numbers without a calling code', () => {
  const properties = { phone: '0151 12345678' }
  const phone = [sha256('+4915112345678')]

  test.each(['DE', 'deu', ' Germany '])('are read with the setting %s', async (defaultPhoneCountry) => {
    const user = { ...BARE.user, phone }
    expect(await sent({ properties }, { settings: { defaultPhoneCountry } })).toStrictEqual({ ...BARE, user })
  })
  test.each([undefined, '', 'Atlantis'])('are left out with the setting %p', async (defaultPhoneCountry) => {
    const settings = defaultPhoneCountry === undefined ? {} : { defaultPhoneCountry }
    expect(await sent({ properties }, { settings })).toStrictEqual(BARE)
  })
})
