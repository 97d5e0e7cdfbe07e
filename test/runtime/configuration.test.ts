import { type DestinationDefinition, IntegrationError } from '@segment/actions-core'
import { tiktokConversions, tiktokPixel } from '../../src'
import { connect, type Subscription } from '../../src/runtime'
import { SETTINGS } from '../support/conversions'
import { failureOf } from '../support/failure'

const subscription: Subscription = {
  name: 'Orders',
  subscribe: 'event = "Order Completed"',
  partnerAction: 'reportWebEvent',
  mapping: { event: 'CompletePayment' }
}

function messageWith(settings: object, subscriptions?: unknown): string {
  const failure = failureOf(() =>
    connect(tiktokConversions, settings as typeof SETTINGS, {
      ...(subscriptions !== undefined && { subscriptions: subscriptions as Subscription[] })
    })
  )
  expect(failure).toMatchObject({ class: IntegrationError, code: 'InvalidConfiguration', status: 400 })
  return failure.message
}

describe('settings are checked before the first event', () => {
  it.each([
    [
      { ...SETTINGS, pixelcode: 'X' },
      'settings.pixelcode is not a setting of Tiktok Conversions. Did you mean pixelCode?'
    ],
    [{ accessToken: 'a' }, 'settings.pixelCode (Pixel Code) of Tiktok Conversions is missing or blank.'],
    [
      { accessToken: ' ', pixelCode: 'X' },
      'settings.accessToken (Access Token) of Tiktok Conversions is missing or blank.'
    ],
    [
      { ...SETTINGS, contentIdMode: 'skus' },
      'The settings of Tiktok Conversions are invalid. Content ID Mode must be one of: "", "product_id", "variant_id", "sku", or "variant_or_product".'
    ]
  ])('%j', (settings, message) => {
    expect(messageWith(settings)).toBe(message)
  })

  it('treats undefined as a missing setting', () => {
    expect(() => connect(tiktokConversions, { ...SETTINGS, crmEventSetId: undefined } as typeof SETTINGS)).not.toThrow()
  })

  it('does not compile with a misspelt key', () => {
    // @ts-expect-error: the key is pixelCode
    expect(() => connect(tiktokConversions, { accessToken: 'a', pixelcode: 'X' })).toThrow(IntegrationError)
  })
})

describe('subscriptions are checked before the first event', () => {
  it.each([
    ['none', 'The subscriptions must be an array.'],
    [[null], 'subscriptions[0] must be an object.'],
    [
      [subscription, { ...subscription, partnerAction: 'reportWebEvents' }],
      'subscriptions[1] (Orders).partnerAction is reportWebEvents, which is not an action of Tiktok Conversions. Did you mean reportWebEvent?'
    ],
    [
      [{ ...subscription, partnerAction: 'constructor' }],
      'subscriptions[0] (Orders).partnerAction is constructor, which is not an action of Tiktok Conversions. Did you mean reportWebEvent?'
    ],
    [
      [{ ...subscription, subscribe: 'evnt = "A"' }],
      'subscriptions[0] (Orders).subscribe cannot be parsed: evnt = "A". Write a condition on event, type, name, userId, properties, traits or context, e.g. event = "Order Completed".'
    ],
    [
      [{ ...subscription, name: '', subscribe: ' ' }],
      'subscriptions[0].subscribe is missing or blank. Write a trigger, e.g. event = "Order Completed".'
    ],
    [[{ ...subscription, mapping: undefined }], 'subscriptions[0] (Orders).mapping must be an object.'],
    [
      [{ ...subscription, mapping: { event: { '@pth': '$.event' } } }],
      'subscriptions[0] (Orders).mapping is invalid: /event has an invalid directive: @pth.'
    ]
  ])('%j', (subscriptions, message) => {
    expect(messageWith(SETTINGS, subscriptions)).toBe(message)
  })

  it('does not check disabled subscriptions', () => {
    const off = { ...subscription, enabled: false, subscribe: '' }
    expect(() => connect(tiktokConversions, SETTINGS, { subscriptions: [off] })).not.toThrow()
  })
})

it('refuses the definition of the Pixel', () => {
  const browser = tiktokPixel as unknown as DestinationDefinition<typeof SETTINGS>
  expect(failureOf(() => connect(browser, SETTINGS))).toMatchObject({
    class: IntegrationError,
    message: 'TikTok Pixel runs in the browser. Pass the definition of a server destination.'
  })
})
