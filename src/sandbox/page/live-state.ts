import type { ActivityBar } from '../activity'
import { type LiveMessage, MAX_ROWS, type PendingFault } from '../live-message'
import { NO_TOTALS, type Totals } from '../totals'
import { type Row, rowsOf } from './rows'
import type { Setup } from '../setup'
import { createStore } from './store'

/** The state of the live page. */
export interface LiveState {
  readonly connection: 'connecting' | 'open' | 'lost' | 'needs-token'
  /** Oldest first. */
  readonly rows: readonly Row[]
  readonly totals: Totals
  readonly activity: readonly ActivityBar[]
  readonly faults: readonly PendingFault[]
  readonly setup: Setup | undefined
}

/** The store of the live page's state. The stream updates it. */
export const liveStore = createStore<LiveState>({
  connection: 'connecting',
  rows: [],
  totals: NO_TOTALS,
  activity: [],
  faults: [],
  setup: undefined
})

/** The state after a message of the stream. */
export function applyMessage(state: LiveState, { isReset, entries, ...current }: LiveMessage): LiveState {
  const kept = isReset ? [] : state.rows
  const rows = entries.length === 0 ? kept : [...kept, ...entries.flatMap(rowsOf)].slice(-MAX_ROWS)
  return { ...state, ...current, connection: 'open', rows }
}
