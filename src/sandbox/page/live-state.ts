import type { ActivityBar } from '../activity'
import { type LiveMessage, MAX_ROWS, type PendingFault } from '../live-message'
import { NO_TOTALS, type Totals } from '../totals'
import { type Row, rowsOf } from './rows'
import type { Setup } from '../setup'
import { createStore } from './store'

/** What the page knows. */
export interface LiveState {
  readonly connection: 'connecting' | 'open' | 'lost' | 'needs-token'
  /** Oldest first. */
  readonly rows: readonly Row[]
  readonly totals: Totals
  readonly activity: readonly ActivityBar[]
  readonly faults: readonly PendingFault[]
  readonly setup: Setup | undefined
}

/** What the page knows, kept up to date by the stream. */
export const liveStore = createStore<LiveState>({
  connection: 'connecting',
  rows: [],
  totals: NO_TOTALS,
  activity: [],
  faults: [],
  setup: undefined
})

/** The state after a message of the stream. */
export function withMessage(state: LiveState, { isReset, entries, ...current }: LiveMessage): LiveState {
  const known = isReset ? [] : state.rows
  const rows = entries.length === 0 ? known : [...known, ...entries.flatMap(rowsOf)].slice(-MAX_ROWS)
  return { ...state, ...current, connection: 'open', rows }
}
