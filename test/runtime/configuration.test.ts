import { type DestinationDefinition, IntegrationError } from '@segment/actions-core'
import omit from 'lodash/omit'
import { tiktokConversions, tiktokPixel } from '../../src'
import { connect, type ConnectOptions, type Subscription } from '../../src/runtime'
import { SETTINGS } from '../support/conversions'
import { failureOf } from '../support/failure'

const subscription: Subscription = {
  name: 'Orders',
  subscribe: 'event = "Order Completed"',
  partnerAction: 'reportWebEvent',
  mapping: { event: 'CompletePayment' }
}

function messageWith(settings: unknown, subscriptions?: unknown): string {
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
    ],
    [null, 'The settings of Tiktok Conversions must be an object.'],
    ['token', 'The settings of Tiktok Conversions must be an object.'],
    [[], 'The settings of Tiktok Conversions must be an object.'],
    [
      { ...SETTINGS, accessToken: undefined },
      'settings.accessToken (Access Token) of Tiktok Conversions is missing or blank.'
    ],
    [
      { ...SETTINGS, accessToken: null },
      'settings.accessToken (Access Token) of Tiktok Conversions is missing or blank.'
    ],
    [
      { ...SETTINGS, accessToken: {}, pixelCode: {} },
      'The settings of Tiktok Conversions are invalid. Access Token must be a string but it was an object. Pixel Code must be a string but it was an object.'
    ]
  ])('refuses %j', (settings, message) => {
    expect(messageWith(settings)).toBe(message)
  })

  it('does not suggest a setting for a destination without settings', () => {
    const withoutSettings = omit(tiktokConversions, 'authentication') as unknown as DestinationDefinition<object>
    expect(() => connect(withoutSettings, {})).not.toThrow()
    expect(failureOf(() => connect(withoutSettings, { token: 'a' })).message).toBe(
      'settings.token is not a setting of Tiktok Conversions.'
    )
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
    [
      [{ ...subscription, subscribe: 5 }],
      'subscriptions[0] (Orders).subscribe is missing or blank. Write a trigger, e.g. event = "Order Completed".'
    ],
    [
      [{ ...subscription, partnerAction: ' ' }],
      'subscriptions[0] (Orders).partnerAction is blank, which is not an action of Tiktok Conversions. Did you mean reportWebEvent?'
    ],
    [[{ ...subscription, mapping: undefined }], 'subscriptions[0] (Orders).mapping must be an object.'],
    [
      [{ ...subscription, mapping: { event: { '@pth': '$.event' } } }],
      'subscriptions[0] (Orders).mapping is invalid: /event has an invalid directive: @pth.'
    ]
  ])('refuses %j', (subscriptions, message) => {
    expect(messageWith(SETTINGS, subscriptions)).toBe(message)
  })

  it('refuses an action that does not accept batches', () => {
    const single = omit(tiktokConversions.actions['reportWebEvent'], 'performBatch')
    const definition = { ...tiktokConversions, actions: { reportWebEvent: single } } as typeof tiktokConversions
    expect(failureOf(() => connect(definition, SETTINGS, { subscriptions: [subscription] })).message).toBe(
      'subscriptions[0] (Orders): the action reportWebEvent does not accept batches.'
    )
  })

  it('treats a definition without presets as one without subscriptions', async () => {
    const connection = connect(omit(tiktokConversions, 'presets') as typeof tiktokConversions, SETTINGS)
    expect(await connection.send({ type: 'track', event: 'Order Completed' })).toStrictEqual({ index: 0, outcomes: [] })
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

describe('options are checked before the first event', () => {
  const TIMEOUT = 'options.timeout must be between 1 and 2147483647 milliseconds.'
  const CONCURRENCY = 'options.concurrency must be a positive integer.'

  it.each([
    [{ timeout: 0 }, TIMEOUT],
    [{ timeout: NaN }, TIMEOUT],
    [{ timeout: 0.5 }, TIMEOUT],
    [{ timeout: 2_147_483_648 }, TIMEOUT],
    [{ concurrency: 0 }, CONCURRENCY],
    [{ concurrency: -1 }, CONCURRENCY],
    [{ concurrency: 1.5 }, CONCURRENCY],
    [{ concurency: 1 }, 'options.concurency is not an option of connect. Did you mean concurrency?']
  ])('refuses %p', (options, message) => {
    expect(failureOf(() => connect(tiktokConversions, SETTINGS, options as ConnectOptions))).toStrictEqual({
      class: IntegrationError,
      message,
      code: 'InvalidConfiguration',
      status: 400
    })
  })

  it.each([{ timeout: 1 }, { timeout: 2_147_483_647 }, { concurrency: 1 }])('accepts %j', (options) => {
    expect(() => connect(tiktokConversions, SETTINGS, options)).not.toThrow()
  })
})
