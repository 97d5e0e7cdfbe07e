import type { Subscription } from '@segment/actions-core'
import { examplesOf, subscriptionOf } from '../../examples'
import { tiktokConversions, tiktokPixel } from '../../src'
import { sha256 } from '../../src/shared/identity/hash'
import { isHashed } from '../../src/shared/identity/normalise'
import { eventsOfConversions, callsOfPixel } from '../support/both-sides'
import { useSandbox } from '../support/use-sandbox'

type Values = Record<string, unknown>

const examples = examplesOf('tiktok-conversions')
const events = examples.map(({ event }) => event)

const presets = (tiktokConversions.presets ?? []) as Subscription[]
const pixelPresets = (tiktokPixel.presets ?? []) as Subscription[]
/** The mappings of the examples work on both sides, except those of CRM events, which no browser sends. */
const own = examples.flatMap(subscriptionOf).filter(({ mapping }) => mapping?.['event_source'] === 'web')
const pairs = [
  ...presets.map((server, index) => ({ server, browser: pixelPresets[index] ?? server })),
  ...own.map((server) => ({ server, browser: server }))
]

const running = useSandbox()

/** The person as TikTok's script hashes it, under the server's names. */
function hashedByTikTok(user: Values): Values {
  const isPlain = (key: string, value: string) => ['city', 'state', 'country'].includes(key) || isHashed(value)
  const hashed = Object.entries(user as Record<string, string>).map(([key, value]) => [
    key === 'phone_number' ? 'phone' : key,
    isPlain(key, value) ? value : sha256(value)
  ])
  return Object.fromEntries(hashed) as Values
}

/** The first value of each match key of the server, because the Pixel accepts only one. */
function firstOfEach(user: Values): Values {
  const first = Object.entries(user).map(([key, value]): [string, unknown] => [key, [value].flat()[0]])
  return Object.fromEntries(first)
}

const pick = (values: Values, keys: string[]) => Object.fromEntries(keys.map((key) => [key, values[key]]))

test('the Pixel and Conversions have the same presets with the same triggers', () => {
  const triggers = (all: Subscription[]) => all.map(({ name, subscribe }) => [name, subscribe])
  expect(triggers(pixelPresets)).toStrictEqual(triggers(presets))
})

test('the Pixel and Conversions report the same for every event of the examples', async () => {
  const fromBoth = new Set<string>()
  const onlyFromPixel = new Set<string>()
  const keysOfServerOnly = new Set<string>()

  for (const event of events) {
    for (const { server, browser } of pairs) {
      const [sent, ...more] = await eventsOfConversions(running.sandbox, event, server)
      const calls = await callsOfPixel(event, browser)
      const tracked = calls.find(([method]) => method === 'track')
      if (tracked && !sent) onlyFromPixel.add(event.messageId)
      if (!sent) continue

      fromBoth.add(event.messageId)
      const { event: name, event_id, properties = {}, user } = sent as Values & { user: Values }
      const identified = hashedByTikTok(calls.find(([method]) => method === 'identify')?.[1] as Values)
      const both = Object.keys(identified)
      expect({ id: event.messageId, tracked, identified, more }).toStrictEqual({
        id: event.messageId,
        tracked: ['track', name, properties, { event_id }],
        identified: pick(firstOfEach(user), both),
        more: []
      })
      for (const key of Object.keys(user)) if (!both.includes(key)) keysOfServerOnly.add(key)
    }
  }

  const refusedByServer = ['unreadable-timestamp', 'value-with-currency-sign']
  const mappedByNone = ['cart-viewed', 'identify', 'crm-lead', 'crm-lead-without-lead-id']
  expect([...onlyFromPixel]).toStrictEqual(refusedByServer)
  expect([...fromBoth, ...onlyFromPixel, ...mappedByNone].sort()).toStrictEqual(
    events.map(({ messageId }) => messageId).sort()
  )
  // The browser has no phone parser and no country names, and without a country some zip codes are ambiguous.
  // TikTok's script adds the other keys itself.
  const sentByTikTok = ['ip', 'locale', 'ttclid', 'ttp', 'user_agent']
  expect([...keysOfServerOnly].sort()).toStrictEqual(['country', 'phone', 'zip_code', ...sentByTikTok].sort())
})
