import { drive, hostOf } from '../hosts'
import { compare, type Comparison } from '../measure'
import { type Contender, ours, official, presetNames, presetOf, settingsFor } from '../contenders'
import { type Row, rowOf } from '../row'
import { eventFor } from '../workload'

const EVENTS = 300

/** Event → payload: actions-core's `onEvent` with each preset and an action that does nothing. */
export async function mapping(): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of presetNames()) {
    rows.push(rowOf(`event → payload: ${name}`, 'the official preset', await preset(name)))
  }
  return rows
}

async function preset(name: string): Promise<Comparison> {
  const { subscribe } = presetOf(official, name)
  const events = Array.from({ length: EVENTS }, (_, index) => eventFor(subscribe, index))
  const work = (contender: Contender) => {
    let mapped = 0
    const host = hostOf(contender, { perform: () => (mapped += 1) })
    const settings = settingsFor(presetOf(contender, name))
    return async () => {
      mapped = 0
      await drive(host, events, settings, 1)
      if (mapped !== EVENTS) throw new Error(`${contender.name} mapped ${mapped} of ${EVENTS} events with ${name}.`)
    }
  }
  return compare(work(ours), work(official), { operations: EVENTS, rounds: 15, warmUp: 3 })
}
