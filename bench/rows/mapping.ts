import { sendSingly, hostOf } from '../hosts'
import { compare, type Comparison } from '../measure'
import { type Implementation, ours, official, presetNames, presetOf, settingsFor } from '../implementations'
import { type Row, rowOf } from '../row'
import { eventFor } from '../workload'

const EVENTS = 300

/**
 * Compares how long our presets and the official ones take to map an event. actions-core's `onEvent` maps it for an
 * action that does nothing.
 */
export async function mapping(): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of presetNames()) {
    rows.push(rowOf(`event → payload: ${name}`, 'the official preset', await comparePreset(name)))
  }
  return rows
}

async function comparePreset(name: string): Promise<Comparison> {
  const { subscribe } = presetOf(official, name)
  const events = Array.from({ length: EVENTS }, (_, index) => eventFor(subscribe, index))
  const work = (implementation: Implementation) => {
    let mapped = 0
    const host = hostOf(implementation, { perform: () => (mapped += 1) })
    const settings = settingsFor(presetOf(implementation, name))
    return async () => {
      mapped = 0
      await sendSingly(host, events, settings, 1)
      if (mapped !== EVENTS)
        throw new Error(`${implementation.name} mapped ${mapped} of ${EVENTS} events with ${name}.`)
    }
  }
  return compare(work(ours), work(official), { operations: EVENTS, rounds: 15, warmUp: 3 })
}
