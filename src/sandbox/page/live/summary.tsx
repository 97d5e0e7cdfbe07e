import type { ActivityBar } from '../../activity'
import type { Totals } from '../../totals'
import type { Coverage } from '../coverage'
import { formatCount, formatNumber } from '../format'
import type { Row } from '../rows'
import { ActivityChart } from './activity-chart'

interface SummaryProps {
  totals: Totals
  activity: readonly ActivityBar[]
  coverage: readonly Coverage[]
  rows: readonly Row[]
}

/** The numbers above the list. */
export function Summary({ totals, activity, coverage, rows }: SummaryProps) {
  return (
    <div class="summary">
      <section class="card numbers" aria-label="Totals">
        <dl class="totals">
          <Total label="Requests" value={totals.requests} />
          <Total label="Events" value={totals.events} />
          <Total label="Accepted" value={totals.accepted} kind="accepted" />
          <Total label="Refused" value={totals.refused} kind="refused" />
          <Total label="Counted once" value={totals.counted} />
        </dl>
        <ActivityChart activity={activity} />
      </section>
      <details class="card coverage" open={!matchMedia('(max-width: 700px)').matches}>
        <summary>
          <h2>Match keys</h2>
          <span class="note">{coverageNote(rows)}</span>
        </summary>
        <ul>
          {coverage.map(({ key, percent }) => (
            <li key={key.name} class={percent === undefined ? 'none' : undefined}>
              <span class="label">{key.label}</span>
              <span class="bar" aria-hidden="true">
                <span style={{ width: `${percent ?? 0}%` }} />
              </span>
              <span class="percent">{percent === undefined ? '–' : `${percent} %`}</span>
            </li>
          ))}
        </ul>
        <p class="note">{deduplicationNote(totals)}</p>
      </details>
    </div>
  )
}

function Total({ label, value, kind }: { label: string; value: number; kind?: string }) {
  return (
    <div class={value > 0 ? kind : undefined}>
      <dt>{label}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  )
}

function coverageNote(rows: readonly Row[]): string {
  const hasServerEvents = rows.some(({ source, event }) => source !== 'pixel' && event !== undefined)
  return hasServerEvents ? 'share of listed server events' : 'no server event yet'
}

function deduplicationNote({ accepted, copies, fromBoth }: Totals): string {
  if (accepted === 0) return 'Copies of an event are counted once.'
  if (copies === 0) return 'No copies so far: each counted event came once.'
  const uncounted = copies === 1 ? '1 copy was' : `${formatNumber(copies)} copies were`
  return `${uncounted} not counted again. ${formatCount(fromBoth, 'event')} came from both browser and server.`
}
