import { useSandbox } from '../support/use-sandbox'

const running = useSandbox()
const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
const event = { type: 'track', event: 'Order Completed', context: { traits: { phone: '(415) 555-2671' } } }

async function explain(body: unknown) {
  const response = await fetch(`${running.sandbox.origin}/explain`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('shows the request of an event and the reason for each value that is left out', async () => {
  const { status, body } = await explain({ destination: 'tiktok-conversions', event, settings })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    mappings: [
      {
        request: { event_source: 'web', event_source_id: 'SANDBOX_PIXEL', data: [{ event: 'CompletePayment' }] },
        values: expect.arrayContaining([
          expect.objectContaining({
            field: 'phone_number',
            given: '(415) 555-2671',
            reason: expect.stringContaining('calling code') as string
          })
        ]) as unknown[]
      }
    ]
  })
})

test('uses the given subscriptions instead of the presets', async () => {
  const { body } = await explain({ destination: 'tiktok-conversions', event, settings, subscriptions: [] })
  expect(body['mappings']).toStrictEqual([])
})

test.each([
  ['not a JSON object', 'The body is not a JSON object.'],
  [{ destination: 'x' }, 'destination must be one of tiktok-conversions, actions-tiktok-offline-conversions.'],
  [{ destination: 'tiktok-conversions', event }, 'settings must be an object.'],
  [{ destination: 'tiktok-conversions', event, settings, subscriptions: {} }, 'subscriptions must be a list.'],
  [{ destination: 'tiktok-conversions', event, settings: {} }, expect.stringContaining('accessToken') as string]
])('refuses %j', async (body, error) => {
  expect(await explain(body)).toStrictEqual({ status: 400, body: { error } })
})

test('lists the destinations with their settings and presets', async () => {
  const listed = (await (await fetch(`${running.sandbox.origin}/destinations`)).json()) as {
    slug: string
    settings: { key: string }[]
    presets: unknown[]
  }[]
  expect(listed.map(({ slug, presets }) => [slug, presets.length > 0])).toStrictEqual([
    ['tiktok-conversions', true],
    ['actions-tiktok-offline-conversions', true]
  ])
  expect(listed[0]?.settings.map(({ key }) => key)).toContain('defaultPhoneCountry')
})
