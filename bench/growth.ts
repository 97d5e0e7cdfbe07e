import { forgetResponses, hostAt } from './hosts'
import { spread, time } from './measure'
import { ours, presetOf, settingsFor } from './contenders'
import type { Server } from './start-server'
import { purchases } from './workload'

/** The cost of one event at different sizes. */
export interface Line {
  readonly title: string
  /** The size and the microseconds per event. */
  readonly points: readonly { readonly at: number; readonly microseconds: number }[]
}

interface Run {
  readonly events: number
  readonly batch: number
  readonly products: number
}

const REPEATS = 5

/** Our `onBatch`, delivered over loopback: events, products per event, events per batch. */
export async function growth(server: Server): Promise<Line[]> {
  const host = hostAt(ours, server.origin)
  const settings = settingsFor(presetOf(ours, 'Complete Payment'))

  const perEvent = async ({ events, batch, products }: Run): Promise<number> => {
    let nanoseconds = 0
    for (let from = 0; from < events; from += batch) {
      // Events are made before the clock starts, one batch at a time: a million would not fit into memory.
      const next = purchases(batch, { products }, from)
      nanoseconds += await time(() => host.onBatch(next, settings), { collect: false })
      forgetResponses(host)
    }
    return nanoseconds / events / 1000
  }
  const line = async (title: string, repeats: number, runs: readonly (Run & { at: number })[]): Promise<Line> => {
    const points = runs.map(({ at }) => ({ at, taken: [] as number[] }))
    for (let round = 0; round < repeats; round += 1) {
      for (const [index, run] of runs.entries()) points[index]?.taken.push(await perEvent(run))
    }
    return { title, points: points.map(({ at, taken }) => ({ at, microseconds: spread(taken).median })) }
  }

  await perEvent({ events: 5000, batch: 1000, products: 3 })
  return [
    await line(
      'events',
      1,
      [1e3, 1e4, 1e5, 1e6].map((at) => ({ at, events: at, batch: 1000, products: 3 }))
    ),
    await line(
      'products per event',
      REPEATS,
      [1, 3, 10, 30, 100].map((at) => ({ at, events: 500, batch: 500, products: at }))
    ),
    await line(
      'events per batch',
      REPEATS,
      [1, 10, 100, 1000].map((at) => ({ at, events: 1000, batch: at, products: 3 }))
    )
  ]
}
