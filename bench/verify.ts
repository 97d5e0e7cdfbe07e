import type { SegmentEvent, Subscription } from '@segment/actions-core'
import { examplesOf } from '../examples'
import { differencesOf, whyOf } from './differences'
import { hostAt } from './hosts'
import { type Implementation, ours, official, presetNames, presetOf, sandbox, settingsFor } from './implementations'
import { eventFor, type PhoneFormat, purchases } from './workload'

/** A comparison of the events that the sandbox accepted from both destinations. */
export interface SandboxComparison {
  readonly events: number
  readonly same: number
  /** Reason → number of events that differ for this reason. */
  readonly intended: ReadonlyMap<string, number>
  /** Differences without a known reason. */
  readonly unexplained: readonly string[]
}

interface Job {
  readonly preset: string
  readonly events: readonly SegmentEvent[]
}

/**
 * Compares the measured purchases. Both destinations must send the same, except for empty values. Purchases with a
 * national phone number are left out, because the official destination hashes a wrong number for them.
 */
export function verifyPurchases(): Promise<SandboxComparison> {
  const formats: PhoneFormat[] = ['E.164', 'formatted']
  const events = formats.flatMap((phone, index) => purchases(500, { phone }, index * 500))
  return verify([{ preset: 'Complete Payment', events }])
}

/** Compares one event for each preset, and the examples. */
export function verifyPresets(): Promise<SandboxComparison> {
  const examples = examplesOf('tiktok-conversions').map(({ event }) => event)
  return verify(
    presetNames().map((preset, index) => {
      const subscription = presetOf(official, preset)
      const matching = examples.filter((event) => triggers(subscription, event))
      return { preset, events: [eventFor(subscription.subscribe, 1000 + index), ...matching] }
    })
  )
}

async function verify(jobs: readonly Job[]): Promise<SandboxComparison> {
  const [mine, theirs] = [await sendAll(ours, jobs), await sendAll(official, jobs)]
  const intended = new Map<string, number>()
  const unexplained: string[] = []
  let same = 0
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const differences = differencesOf(mine.get(id), theirs.get(id))
    if (differences.every((difference) => difference.startsWith('empty '))) same += 1
    for (const why of new Set(differences.map(whyOf)))
      if (why !== undefined) intended.set(why, (intended.get(why) ?? 0) + 1)
    unexplained.push(...differences.filter((one) => whyOf(one) === undefined).map((one) => `${id}: ${one}`))
  }
  return { events: jobs.reduce((sum, { events }) => sum + events.length, 0), same, intended, unexplained }
}

/** Sends the events to a sandbox, and returns the accepted ones by preset and message ID. */
async function sendAll(implementation: Implementation, jobs: readonly Job[]): Promise<Map<string, unknown>> {
  const server = await sandbox.startSandbox()
  const host = hostAt(implementation, server.origin)
  const found = new Map<string, unknown>()
  for (const { preset, events } of jobs) {
    for (const event of events)
      await host.onEvent(event, settingsFor(presetOf(implementation, preset))).catch(() => undefined)
    for (const { data } of server.accepted) found.set(`${preset} ${data.event_id ?? ''}`, data)
    server.reset()
  }
  await server.close()
  return found
}

function triggers({ subscribe }: Subscription, event: SegmentEvent): boolean {
  const name = /event = "(.+?)"/.exec(subscribe)?.[1]
  return name === undefined ? event.type === 'page' : event.type === 'track' && event.event === name
}
