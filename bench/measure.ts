import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void

/** The measured work. Each call does the same. */
export type Work = () => unknown

/** The median and the quartiles of several measurements. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** The result of a comparison. Times are in nanoseconds per operation. */
export interface Comparison {
  readonly ours: Spread
  readonly other: Spread
  /** The other's time divided by ours, for each round. */
  readonly ratio: Spread
}

export interface Options {
  /** The number of operations in one call of the work. */
  readonly operations: number
  /** Default: 21. */
  readonly rounds?: number
  /** Rounds before the measurement, in which code is compiled. Default: 5. */
  readonly warmUp?: number
}

/**
 * Compares the CPU times of two kinds of work in rounds. Their order alternates (A B, B A, A B …), so that other
 * processes affect both equally. Young garbage is collected before each run.
 */
export async function compare(ours: Work, other: Work, options: Options): Promise<Comparison> {
  const { operations, rounds = 21, warmUp = 5 } = options
  const times: { ours: number; other: number }[] = []
  for (let round = -warmUp; round < rounds; round += 1) {
    const first = round % 2 === 0 ? ours : other
    const one = await time(first, { clock: cpuTime })
    const two = await time(first === ours ? other : ours, { clock: cpuTime })
    if (round < 0) continue
    times.push(first === ours ? { ours: one, other: two } : { ours: two, other: one })
  }
  return {
    ours: spread(times.map((time) => time.ours / operations)),
    other: spread(times.map((time) => time.other / operations)),
    ratio: spread(times.map((time) => time.other / time.ours))
  }
}

/**
 * Measures one call of the work in nanoseconds.
 * @param options the clock (default: wall time), and whether garbage is collected first (default: yes)
 */
export async function time(
  work: Work,
  { clock = wallTime, collect = true }: { clock?: Clock; collect?: boolean } = {}
): Promise<number> {
  // A major collection would also drop object shapes and the code that is compiled for them.
  if (collect) collectGarbage({ type: 'minor' })
  const start = clock()
  await work()
  return clock() - start
}

/** A clock in nanoseconds. */
type Clock = () => number

const wallTime: Clock = () => Number(process.hrtime.bigint())

/** Reads the CPU time of this process, which includes garbage collection. */
const cpuTime: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) * 1000
}

/** Calculates the median and the quartiles. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const quantile = (share: number) => {
    const place = (sorted.length - 1) * share
    const below = sorted[Math.floor(place)] ?? NaN
    return below + ((sorted[Math.ceil(place)] ?? NaN) - below) * (place % 1)
  }
  return { median: quantile(0.5), low: quantile(0.25), high: quantile(0.75) }
}
