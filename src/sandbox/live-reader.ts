import omit from 'lodash/omit'
import { isRecord } from '../shared/coerce'
import { type Entry, eventsOf } from './entry'
import type { FaultQueue } from './faults'
import { jsonText } from './json-text'
import { type JsonText, type LiveEntry, type LiveMessage, MAX_EVENT_TEXT, MAX_ROWS } from './live-message'
import type { Records } from './records'

/** Enough rows for one message: the server stays responsive while a page catches up. */
const ROWS_PER_MESSAGE = 500

/** Reads the records for one page, from the newest rows at its start to whatever comes later. */
export interface LiveReader {
  /** Whether entries wait to be read. */
  readonly isBehind: boolean
  /** The next message. It never waits: without new entries it holds only the totals and faults of now. */
  read(): LiveMessage
}

/** A reader that starts with the newest entries. */
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
      if (isReset) position = end() - newestEntries(records.entries)
      resets = records.resets
      position = Math.max(position, records.droppedEntries)
      const entries: LiveEntry[] = []
      for (let rows = 0; rows < ROWS_PER_MESSAGE && position < end(); position += 1) {
        const entry = records.entries[position - records.droppedEntries]
        if (entry === undefined) break
        entries.push(liveEntry(entry, position))
        rows += rowCount(entry)
      }
      const { totals, activity } = records
      return { isReset, entries, totals, activity, faults: pendingFaults(faults) }
    }
  }
}

/** The number of entries, from the end, that fill the page's list. */
function newestEntries(entries: readonly Entry[]): number {
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

function liveEntry(entry: Entry, position: number): LiveEntry {
  const { time, via, body, answer, byFault, fates } = entry
  const events = eventsOf(entry)
  return {
    position,
    time,
    via,
    root: cutText(events.length > 0 ? rootOf(body) : body),
    events: events.map(cutText),
    answer,
    byFault,
    fates
  }
}

function rootOf(body: unknown): unknown {
  return isRecord(body) ? omit(body, 'data') : {}
}

function cutText(value: unknown): JsonText {
  const json = jsonText(value)
  return json.length <= MAX_EVENT_TEXT ? { json } : { json: json.slice(0, MAX_EVENT_TEXT), cutFrom: json.length }
}

function pendingFaults(faults: FaultQueue): LiveMessage['faults'] {
  return faults.pending.map(({ fault, left }) => ({
    fault: typeof fault === 'function' ? null : fault,
    left: Number.isFinite(left) ? left : null
  }))
}
