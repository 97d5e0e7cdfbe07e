import { type MatchKey, MATCH_KEYS } from './match-keys'
import type { Row } from './rows'

/** The number of events with a match key. */
export interface Coverage {
  readonly key: MatchKey
  readonly count: number
  /** `count` in percent of the events that should have this key, rounded. Undefined if there are no such events. */
  readonly percent: number | undefined
}

/** The coverage of each match key among the events that came over the Events API. */
export function coverageOf(rows: readonly Row[]): Coverage[] {
  const counts = new Map<string, number>()
  const events = new Map<string, number>()
  for (const { source, event, matchKeys } of rows) {
    if (source === 'pixel' || event === undefined) continue
    add(events, source)
    for (const name of matchKeys) add(counts, `${source} ${name}`)
  }
  return MATCH_KEYS.map((key) => {
    const total = sum(key.sources.map((source) => events.get(source)))
    const count = sum(key.sources.map((source) => counts.get(`${source} ${key.name}`)))
    return { key, count, percent: total === 0 ? undefined : Math.round((100 * count) / total) }
  })
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number = 0) => total + number, 0)
}
