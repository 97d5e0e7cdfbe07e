import type { SegmentEvent, Subscription } from '@segment/actions-core'
import { examplesOf } from '../examples'
import { differencesOf, whyOf } from './differences'
import { hostAt } from './hosts'
import { type Contender, ours, official, presetNames, presetOf, sandbox, settingsFor } from './contenders'
import { eventFor, type PhoneForm, purchases } from './workload'

/** What the sandbox received from both destinations for the same events. */
export interface Verdict {
  readonly events: number
  readonly same: number
  /** Reason → number of events that differ for this reason. */
  readonly meant: ReadonlyMap<string, number>
  /** Differences without a known reason. */
  readonly unexplained: readonly string[]
}

interface Job {
  readonly preset: string
  readonly events: readonly SegmentEvent[]
}

/** The purchases that are measured. Both destinations must send the same, except for empty values. */
export function verifyPurchases(): Promise<Verdict> {
  const forms: PhoneForm[] = ['E.164', 'formatted']
  const events = forms.flatMap((phone, form) => purchases(500, { phone }, form * 500))
  return verify([{ preset: 'Complete Payment', events }])
}

/** One event for each preset, and the examples. */
export function verifyPresets(): Promise<Verdict> {
  const given = examplesOf('tiktok-conversions').map(({ event }) => event)
  return verify(
    presetNames().map((preset, index) => {
      const subscription = presetOf(official, preset)
      const matching = given.filter((event) => isFor(subscription, event))
      return { preset, events: [eventFor(subscription.subscribe, 1000 + index), ...matching] }
    })
  )
}

async function verify(jobs: readonly Job[]): Promise<Verdict> {
  const [mine, theirs] = [await accepted(ours, jobs), await accepted(official, jobs)]
  const meant = new Map<string, number>()
  const unexplained: string[] = []
  let same = 0
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const differences = differencesOf(mine.get(id), theirs.get(id))
    if (differences.every((difference) => difference.startsWith('empty '))) same += 1
    for (const why of new Set(differences.map(whyOf))) if (why !== undefined) meant.set(why, (meant.get(why) ?? 0) + 1)
    unexplained.push(...differences.filter((one) => whyOf(one) === undefined).map((one) => `${id}: ${one}`))
  }
  return { events: jobs.reduce((sum, { events }) => sum + events.length, 0), same, meant, unexplained }
}

/** What a sandbox accepted from one destination, by preset and message ID. */
async function accepted(contender: Contender, jobs: readonly Job[]): Promise<Map<string, unknown>> {
  const server = await sandbox.startSandbox()
  const host = hostAt(contender, server.origin)
  const found = new Map<string, unknown>()
  for (const { preset, events } of jobs) {
    for (const event of events)
      await host.onEvent(event, settingsFor(presetOf(contender, preset))).catch(() => undefined)
    for (const { data } of server.accepted) found.set(`${preset} ${data.event_id ?? ''}`, data)
    server.reset()
  }
  await server.close()
  return found
}

function isFor({ subscribe }: Subscription, event: SegmentEvent): boolean {
  const name = /event = "(.+?)"/.exec(subscribe)?.[1]
  return name === undefined ? event.type === 'page' : event.type === 'track' && event.event === name
}
