import type { SegmentEvent, Subscription } from '@segment/actions-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mappings } from '../../examples/mappings'
import { tiktokConversions, tiktokPixel } from '../../src'
import { sha256 } from '../../src/shared/identity/hash'
import { isHashed } from '../../src/shared/identity/normalise'
import { sentFor, toldFor } from '../support/both-sides'
import { useSandbox } from '../support/use-sandbox'

type Values = Record<string, unknown>

const events = readFileSync(join(__dirname, '../../examples/events.ndjson'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as SegmentEvent & { messageId: string })

const presets = (tiktokConversions.presets ?? []) as Subscription[]
const pixelPresets = (tiktokPixel.presets ?? []) as Subscription[]
/** Mappings of one's own serve both; those of CRM events have no browser. */
const own = mappings.filter(({ mapping }) => mapping?.['event_source'] === 'web')
const pairs = [
  ...presets.map((server, index) => ({ server, browser: pixelPresets[index] ?? server })),
  ...own.map((server) => ({ server, browser: server }))
]

const running = useSandbox()

/** The person as TikTok's script hashes what it is told, under the names that the server uses. */
function hashedByTikTok(user: Values): Values {
  const isPlain = (key: string, value: string) => ['city', 'state', 'country'].includes(key) || isHashed(value)
  const hashed = Object.entries(user as Record<string, string>).map(([key, value]) => [
    key === 'phone_number' ? 'phone' : key,
    isPlain(key, value) ? value : sha256(value)
  ])
  return Object.fromEntries(hashed) as Values
}

/** The server's match keys, one of each, as the Pixel takes them. */
function firstOfEach(user: Values): Values {
  const first = Object.entries(user).map(([key, value]): [string, unknown] => [key, [value].flat()[0]])
  return Object.fromEntries(first)
}

const pick = (values: Values, keys: string[]) => Object.fromEntries(keys.map((key) => [key, values[key]]))

test('both have the same presets, for the same events', () => {
  const triggers = (all: Subscription[]) => all.map(({ name, subscribe }) => [name, subscribe])
  expect(triggers(pixelPresets)).toStrictEqual(triggers(presets))
})

test('the Pixel and Conversions agree on every event of the examples', async () => {
  const met = new Set<string>()
  const onlyTold = new Set<string>()
  const onlySentKeys = new Set<string>()

  for (const event of events) {
    for (const { server, browser } of pairs) {
      const [sent, ...more] = await sentFor(running.sandbox, event, server)
      const calls = await toldFor(event, browser)
      const tracked = calls.find(([method]) => method === 'track')
      if (tracked && !sent) onlyTold.add(event.messageId)
      if (!sent) continue

      met.add(event.messageId)
      const { event: name, event_id, properties = {}, user } = sent as Values & { user: Values }
      const told = hashedByTikTok(calls.find(([method]) => method === 'identify')?.[1] as Values)
      const both = Object.keys(told)
      expect({ id: event.messageId, tracked, told, more }).toStrictEqual({
        id: event.messageId,
        tracked: ['track', name, properties, { event_id }],
        told: pick(firstOfEach(user), both),
        more: []
      })
      for (const key of Object.keys(user)) if (!both.includes(key)) onlySentKeys.add(key)
    }
  }

  const refusedByServer = ['fail-01-timestamp', 'fail-02-value']
  const mappedByNone = ['shop-06-cart', 'shop-08-identify', 'crm-01-lead', 'crm-02-no-lead-id']
  expect([...onlyTold]).toStrictEqual(refusedByServer)
  expect([...met, ...onlyTold, ...mappedByNone].sort()).toStrictEqual(events.map(({ messageId }) => messageId).sort())
  // A browser has no parser of phone numbers and no names of countries; what is no match key there, it sends by itself.
  const sentByItself = ['ip', 'locale', 'ttclid', 'ttp', 'user_agent']
  expect([...onlySentKeys].sort()).toStrictEqual(['country', 'phone', ...sentByItself].sort())
})
