import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { MAX_ROWS } from '../../live-message'
import type { Totals } from '../../totals'
import { coverageOf } from '../coverage'
import { type Filter, filterRows, isFiltering, NO_FILTER } from '../filter'
import { formatCount, formatNumber } from '../format'
import type { LiveState } from '../live-state'
import { ROLE } from '../role'
import type { Row } from '../rows'
import { DetailPanel } from './detail-panel'
import { EmptyState } from './empty-state'
import { EventList } from './event-list'
import { SetupPanel } from './setup-panel'
import { Summary } from './summary'
import { Toolbar } from './toolbar'

/** Shows the events as they arrive. */
export function LiveView({ state }: { state: LiveState }) {
  const [filter, setFilter] = useState(NO_FILTER)
  const [pausedRows, setPausedRows] = useState<readonly Row[]>()
  const [selectedKey, setSelectedKey] = useState<string>()
  // Only for a narrow screen, where the open panel covers the list. On a wide screen the panel is always visible.
  const [isPanelOpen, setPanelOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const panel = useRef<HTMLElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)

  const allRows = pausedRows ?? state.rows
  const filteredRows = useMemo(() => filterRows(allRows, filter), [allRows, filter])
  const coverage = useMemo(() => coverageOf(filteredRows), [filteredRows])
  const selected = useMemo(() => allRows.find(({ key }) => key === selectedKey), [allRows, selectedKey])

  useEffect(() => {
    // A reset empties the list. An empty list is not paused.
    if (state.rows.length === 0) setPausedRows(undefined)
  }, [state.rows])

  useEffect(() => {
    // Keyboard shortcuts work only while the focus is in this view.
    if (document.activeElement === document.body) main.current?.focus()
  }, [])
  useEffect(() => {
    const isListHidden = list.current?.offsetParent === null
    if (isPanelOpen && isListHidden) panel.current?.focus()
  }, [isPanelOpen])

  const closePanel = (): void => {
    setPanelOpen(false)
    setSelectedKey(undefined)
    focusList()
  }
  const focusList = (): void => {
    // A hidden list cannot take the focus. In the next frame, no panel covers it any more.
    requestAnimationFrame(() => (list.current ?? main.current)?.focus())
  }
  const openSetup = (): void => {
    setSelectedKey(undefined)
    setPanelOpen(true)
  }
  const handleKey = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key === '/' && !isTyping) {
      event.preventDefault()
      search.current?.focus()
    } else if (event.key === 'Escape') {
      if (isTyping) focusList()
      else closePanel()
    }
  }

  return (
    <main ref={main} class="live" tabIndex={-1} data-panel={isPanelOpen ? 'open' : undefined} onKeyDown={handleKey}>
      <Summary totals={state.totals} activity={state.activity} coverage={coverage} rows={allRows} />
      <section class="events card" aria-label="Events">
        {allRows.length === 0 ? (
          <EmptyState setup={state.setup} onSetup={openSetup} />
        ) : (
          <>
            <Toolbar
              filter={filter}
              onFilter={setFilter}
              all={allRows}
              rows={filteredRows}
              newCount={pausedRows && countNew(state.rows, pausedRows)}
              onPause={() => {
                setPausedRows(pausedRows ? undefined : state.rows)
              }}
              onSetup={openSetup}
              search={search}
            />
            <EventList
              rows={filteredRows}
              selectedKey={selected?.key}
              onSelect={setSelectedKey}
              onOpen={(key) => {
                setSelectedKey(key)
                setPanelOpen(true)
              }}
              list={list}
            />
          </>
        )}
        <p class="listed" role="status">
          {listNote(filter, allRows, filteredRows, state.totals, pausedRows !== undefined)}
        </p>
      </section>
      <aside
        ref={panel}
        key={selected?.key}
        class="panel card"
        tabIndex={-1}
        aria-label={selected ? 'Selected event' : ROLE === 'relay' ? 'Relay' : 'Sandbox'}
      >
        {selected ? (
          <DetailPanel
            row={selected}
            rows={allRows}
            setup={state.setup}
            onSelect={setSelectedKey}
            onClose={closePanel}
          />
        ) : (
          <SetupPanel setup={state.setup} faults={state.faults} onClose={closePanel} />
        )}
      </aside>
    </main>
  )
}

/** Says how many events are listed. Empty if the list has all events and is not paused. */
function listNote(
  filter: Filter,
  all: readonly Row[],
  rows: readonly Row[],
  { events, dropped }: Totals,
  isPaused: boolean
): string {
  if (isFiltering(filter)) return `${formatNumber(rows.length)} of ${formatNumber(all.length)} match the filter.`
  // A row without events is a request whose body has no list of events.
  const listed = all.filter(({ entry }) => entry.events.length > 0).length
  if (isPaused) return `Paused: ${formatNumber(listed)} of ${formatCount(events, 'event')} listed.`
  const isTruncated = dropped > 0 || all.length >= MAX_ROWS
  return isTruncated && listed < events
    ? `The newest ${formatNumber(listed)} of ${formatCount(events, 'event')}. Older ones are no longer listed.`
    : ''
}

/** Counts the rows that arrived after the newest known row. */
function countNew(rows: readonly Row[], known: readonly Row[]): number {
  const newest = known.at(-1)
  if (newest === undefined) return rows.length
  const position = rows.findLastIndex(({ key }) => key === newest.key)
  return position < 0 ? rows.length : rows.length - 1 - position
}
