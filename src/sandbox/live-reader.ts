import omit from 'lodash/omit'
import { isRecord } from '../shared/coerce'
import { type Entry, eventsOf } from './entry'
import type { FaultQueue } from './faults'
import { jsonText } from './json-text'
import { type JsonText, type LiveEntry, type LiveMessage, MAX_EVENT_TEXT, MAX_ROWS } from './live-message'
import type { Records } from './records'

/**
 * A message ends once its entries have this number of rows or more. A limit keeps the server responsive while a page
 * catches up.
 */
const ROWS_PER_MESSAGE = 500

/** Reads the records for one page: first the newest entries, then those that arrive later. It skips dropped entries. */
export interface LiveReader {
  /** Whether there is an unread entry or reset. */
  readonly isBehind: boolean
  /** Returns the next message. If there are no new entries, it has only the current totals, activity and faults. */
  read(): LiveMessage
}

/** Creates a reader that starts with the newest entries. */
export function createLiveReader(records: Records, faults: FaultQueue): LiveReader {
  let resets: number | undefined
  let position = 0
  const end = (): number => records.droppedEntries + records.entries.length
  return {
    get isBehind() {
      return resets !== records.resets || position < end()
    },
    read() {
      const isReset = resets !== records.resets
      if (isReset) position = end() - countNewest(records.entries)
      resets = records.resets
      position = Math.max(position, records.droppedEntries)
      const entries: LiveEntry[] = []
      for (let rows = 0; rows < ROWS_PER_MESSAGE && position < end(); position += 1) {
        const entry = records.entries[position - records.droppedEntries]
        if (entry === undefined) break
        entries.push(toLiveEntry(entry, position))
        rows += rowCount(entry)
      }
      const { totals, activity } = records
      return { isReset, entries, totals, activity, faults: pendingFaults(faults) }
    }
  }
}

/** Counts the newest entries that fill the list of the page. */
function countNewest(entries: readonly Entry[]): number {
  let rows = 0
  let count = 0
  for (let index = entries.length - 1; index >= 0 && rows < MAX_ROWS; index -= 1) {
    const entry = entries[index]
    if (entry === undefined) break
    rows += rowCount(entry)
    count += 1
  }
  return count
}

function rowCount(entry: Entry): number {
  return Math.max(eventsOf(entry).length, 1)
}

function toLiveEntry(entry: Entry, position: number): LiveEntry {
  const { time, via, body, answer, byFault, fates } = entry
  const events = eventsOf(entry)
  return {
    position,
    time,
    via,
    root: truncate(events.length > 0 ? rootOf(body) : body),
    events: events.map(truncate),
    answer,
    byFault,
    fates
  }
}

function rootOf(body: unknown): unknown {
  return isRecord(body) ? omit(body, 'data') : {}
}

function truncate(value: unknown): JsonText {
  const json = jsonText(value)
  return json.length <= MAX_EVENT_TEXT ? { json } : { json: json.slice(0, MAX_EVENT_TEXT), fullLength: json.length }
}

function pendingFaults(faults: FaultQueue): LiveMessage['faults'] {
  return faults.pending.map(({ fault, left }) => ({
    fault: typeof fault === 'function' ? null : fault,
    left: Number.isFinite(left) ? left : null
  }))
}
