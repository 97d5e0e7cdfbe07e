import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import { callApi } from '../api'
import { downloadRows } from '../download'
import { type Filter, VERDICTS } from '../filter'
import { formatNumber } from '../format'
import { ROLE } from '../role'
import type { Row } from '../rows'
import { SOURCE_LABELS } from '../source-labels'

interface ToolbarProps {
  filter: Filter
  onFilter: (filter: Filter) => void
  /** Every row. */
  all: readonly Row[]
  /** The rows that match the filter. */
  rows: readonly Row[]
  /** The number of rows that arrived since the list was paused; undefined if it is not paused. */
  newCount: number | undefined
  onPause: () => void
  onSetup: () => void
  search: RefObject<HTMLInputElement | null>
}

/** The maximum number of event names to choose from. A longer list would be slow and hard to use. */
const MAX_NAMES = 200

/** Filters the list, pauses it, clears it and downloads it. */
export function Toolbar({ filter, onFilter, all, rows, newCount, onPause, onSetup, search }: ToolbarProps) {
  const change = (part: Partial<Filter>): void => {
    onFilter({ ...filter, ...part })
  }
  const names = useMemo(() => [...new Set(all.flatMap(({ event }) => event ?? []))].sort().slice(0, MAX_NAMES), [all])
  const isPaused = newCount !== undefined
  return (
    <div class="toolbar">
      <div class="filters">
        <input
          ref={search}
          type="search"
          aria-label="Filter by text"
          aria-keyshortcuts="/"
          placeholder="Filter by text"
          value={filter.text}
          onInput={(event) => {
            change({ text: event.currentTarget.value })
          }}
        />
        <Select
          label="Event"
          all="All events"
          value={filter.event}
          options={Object.fromEntries(names.map((name) => [name, name]))}
          onChange={(event) => {
            change({ event })
          }}
        />
        <Select
          label="Source"
          all="All sources"
          value={filter.source}
          options={SOURCE_LABELS}
          onChange={(source) => {
            change({ source })
          }}
        />
        <Select
          label="Verdict"
          all="All verdicts"
          value={filter.verdict}
          options={VERDICTS}
          onChange={(verdict) => {
            change({ verdict })
          }}
        />
      </div>
      <div class="actions">
        {ROLE === 'sandbox' && (
          <button type="button" class="narrow-only" onClick={onSetup}>
            Settings, faults
          </button>
        )}
        <button type="button" aria-pressed={isPaused} onClick={onPause}>
          {isPaused ? `Resume (${formatNumber(newCount)} new)` : 'Pause'}
        </button>
        <button
          type="button"
          disabled={rows.length === 0}
          title="One JSON object per line, newest event first"
          onClick={() => {
            downloadRows(rows, `${ROLE}-events.ndjson`)
          }}
        >
          Download
        </button>
        {ROLE === 'sandbox' && (
          <button
            type="button"
            title="Delete all requests, events and pending faults"
            onClick={() => void callApi('/requests', { method: 'DELETE' })}
          >
            Clear
          </button>
        )}
      </div>
    </div>
  )
}

interface SelectProps<Value extends string> {
  label: string
  all: string
  value: Value | ''
  options: Readonly<Record<Value, string>>
  onChange: (value: Value | '') => void
}

function Select<Value extends string>({ label, all, value, options, onChange }: SelectProps<Value>) {
  return (
    <select
      aria-label={label}
      class={value === '' ? undefined : 'set'}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value as Value | '')
      }}
    >
      <option value="">{all}</option>
      {Object.entries<string>(options).map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  )
}
