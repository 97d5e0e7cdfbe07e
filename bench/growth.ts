import { forgetResponses, hostAt } from './hosts'
import { spread, time } from './measure'
import { ours, presetOf, settingsFor } from './implementations'
import type { Server } from './start-server'
import { purchases } from './workload'

/** The cost of one event as a function of a size. */
export interface Series {
  readonly title: string
  /** The size and the microseconds per event. */
  readonly points: readonly { readonly size: number; readonly microseconds: number }[]
}

interface Run {
  readonly events: number
  readonly batch: number
  readonly products: number
}

const REPEATS = 5

/** Measures our `onBatch` over loopback for several numbers of events, products per event and events per batch. */
export async function growth(server: Server): Promise<Series[]> {
  const host = hostAt(ours, server.origin)
  const settings = settingsFor(presetOf(ours, 'Complete Payment'))

  const perEvent = async ({ events, batch, products }: Run): Promise<number> => {
    let nanoseconds = 0
    for (let from = 0; from < events; from += batch) {
      // Events are created before the clock starts, one batch at a time, because a million would not fit into memory.
      const next = purchases(batch, { products }, from)
      nanoseconds += await time(() => host.onBatch(next, settings), { collect: false })
      forgetResponses(host)
    }
    return nanoseconds / events / 1000
  }
  const measure = async (
    title: string,
    repeats: number,
    runs: readonly (Run & { size: number })[]
  ): Promise<Series> => {
    const points = runs.map(({ size }) => ({ size, times: [] as number[] }))
    for (let round = 0; round < repeats; round += 1) {
      for (const [index, run] of runs.entries()) points[index]?.times.push(await perEvent(run))
    }
    return { title, points: points.map(({ size, times }) => ({ size, microseconds: spread(times).median })) }
  }

  await perEvent({ events: 5000, batch: 1000, products: 3 })
  return [
    await measure(
      'events',
      1,
      [1e3, 1e4, 1e5, 1e6].map((size) => ({ size, events: size, batch: 1000, products: 3 }))
    ),
    await measure(
      'products per event',
      REPEATS,
      [1, 3, 10, 30, 100].map((size) => ({ size, events: 500, batch: 500, products: size }))
    ),
    await measure(
      'events per batch',
      REPEATS,
      [1, 10, 100, 1000].map((size) => ({ size, events: 1000, batch: size, products: 3 }))
    )
  ]
}
