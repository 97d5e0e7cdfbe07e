import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Destination, type SegmentEvent } from '@segment/actions-core'
import { Analytics } from '@segment/analytics-next'
import { tiktokConversions, tiktokPixel } from '../../src'
import { connect } from '../../src/runtime'
import { mappingProblems } from '../../src/destinations/tiktok-pixel/mapping-problems'
import { redirectTo } from '../../src/sandbox'
import { useSandbox } from '../support/use-sandbox'

const page = readFileSync(join(__dirname, '../../docs/troubleshooting.md'), 'utf8')
const quoted = [...page.matchAll(/^\| `(.+?)` *\|/gm)].map(([, text = '']) => text)

const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
const running = useSandbox()

function order(value: unknown = 1, name = 'Order Completed'): SegmentEvent {
  const event = { type: 'track', event: name, messageId: 'm1', userId: 'u1', properties: { value } }
  return event as unknown as SegmentEvent
}

const tiktok = (given = settings) => connect(redirectTo(tiktokConversions, running.sandbox.origin), given)

async function messageOf(event: unknown, given = settings): Promise<string> {
  const [result] = await tiktok(given).send([event])
  return result?.outcomes[0]?.message ?? ''
}

const messageOfError = (error: unknown) => (error as Error).message

const destination = () => new Destination(redirectTo(tiktokConversions, running.sandbox.origin))

/** The Pixel's definition in a host for servers, which is an error. */
const misplaced = () => new Destination(tiktokPixel as never)
const pixelSettings = { pixelCode: 'C1', subscriptions: tiktokPixel.presets as never }

// `URI scheme is malformed.` is tested by test/package/package-managers.packages.test.ts, because it needs another fast-uri.
const provoked: Record<string, () => Promise<string>> = {
  'TikTok Pixel runs in the browser. Pass the definition of a server destination.': () =>
    Promise.resolve().then(() => {
      try {
        connect(tiktokPixel as never, settings as never)
        return ''
      } catch (error) {
        return (error as Error).message
      }
    }),
  "Cannot read properties of undefined (reading 'event')": () =>
    misplaced()
      .onEvent(order(), pixelSettings)
      .then(() => '', messageOfError),
  'This action does not support batched requests.': () =>
    misplaced()
      .onBatch([order()], pixelSettings)
      .then(() => '', messageOfError),
  'plugin.load is not a function': async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation()
    await new Analytics({ writeKey: 'k' }, { disableClientPersistence: true }).register(tiktokPixel as never)
    const [, error] = warn.mock.calls[0] as unknown[]
    warn.mockRestore()
    return messageOfError(error)
  },
  'Value (value) is "12,50". Decimal commas are not supported.': () => messageOf(order('12,50')),
  'Value must be a number but it was a string.': () => messageOf(order('$12.50')),
  'TikTok does not accept the access token.': () => messageOf(order(), { ...settings, accessToken: 'wrong' }),
  'The access token has no permission for this pixel or event set.': () =>
    messageOf(order(), { ...settings, pixelCode: 'C1' }),
  'This is not an event.': () => messageOf(null)
}

it('quotes only errors that these tests cause', () => {
  expect(quoted.sort()).toStrictEqual([...Object.keys(provoked), 'URI scheme is malformed.'].sort())
})

it.each(Object.entries(provoked))('%s', async (text, provoke) => {
  expect((await provoke()).slice(0, text.length)).toBe(text)
})

describe('nothing arrives', () => {
  const presets = tiktokConversions.presets ?? []
  const sent = () => running.sandbox.accepted.map(({ data }) => data.event)

  it('if the event name has a different case', async () => {
    expect(await tiktok().send(order(1, 'order completed'))).toStrictEqual({
      index: 0,
      messageId: 'm1',
      outcomes: []
    })
  })

  it('if onEvent gets an array with a wrong event, without an error', async () => {
    const subscriptions = presets.filter(({ name }) => name === 'Complete Payment') as never
    const results = await destination().onEvent([order('$1')] as never, { ...settings, subscriptions })
    const statuses = results.map(({ multistatus }) => multistatus?.map(({ status }) => status))
    expect({ statuses, sent: sent() }).toStrictEqual({ statuses: [[400]], sent: [] })
  })

  it('if the presets for the Pixel lack the property `enabled`', () => {
    const problems = mappingProblems({ pixelCode: 'C1', subscriptions: tiktokPixel.presets as never }, [
      'reportWebEvent'
    ])
    expect(problems).toStrictEqual(['no mapping is enabled, so nothing is reported'])
    expect(page).toContain('`no mapping is enabled, so nothing is reported`')
  })

  it('if a subscription is not enabled in connect, although Destination sends it', async () => {
    const subscriptions = presets.map((preset) => ({ ...preset, enabled: false })) as never
    const definition = redirectTo(tiktokConversions, running.sandbox.origin)
    expect(await connect(definition, settings, { subscriptions }).send([order()])).toMatchObject([{ outcomes: [] }])
    expect(sent()).toStrictEqual([])
    await destination().onEvent(order(), { ...settings, subscriptions })
    expect(sent()).toStrictEqual(['CompletePayment'])
  })
})

it('Destination names the field of "12,50"', async () => {
  const subscriptions = (tiktokConversions.presets ?? []).map((preset) => ({ ...preset, enabled: true })) as never
  await expect(destination().onEvent(order('12,50'), { ...settings, subscriptions })).rejects.toThrow(
    'Value must be a number but it was a string.'
  )
})
