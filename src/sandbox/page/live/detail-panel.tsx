import type { ComponentChildren } from 'preact'
import { CopyButton } from '../copy-button'
import { formatTime } from '../format'
import { JsonView } from '../json-view'
import { ROLE } from '../role'
import type { Row } from '../rows'
import type { Setup } from '../../setup'
import { SOURCE_LABELS } from '../source-labels'
import { answerLabel, explainVerdict, invalidPath, verdictNote } from '../verdict'
import { eventName } from './event-row'
import { MatchKeyList } from './match-key-list'
import { toShownRequest } from './shown-request'

interface DetailPanelProps {
  row: Row
  rows: readonly Row[]
  setup: Setup | undefined
  onSelect: (key: string) => void
  onClose: () => void
}

/** Shows the details of one event. */
export function DetailPanel({ row, rows, setup, onSelect, onClose }: DetailPanelProps) {
  const { entry, source, isAccepted } = row
  const { reason, remedy } = explainVerdict(row, setup)
  const request = toShownRequest(row)
  return (
    <div class="detail">
      <header>
        <h2>{eventName(row)}</h2>
        <button type="button" class="close" aria-label="Close" aria-keyshortcuts="Escape" onClick={onClose}>
          ×
        </button>
      </header>
      <p class="note">
        {formatTime(entry.time)} · {SOURCE_LABELS[source]}
        {row.sourceId !== undefined && ` · ${row.sourceId}`}
        {row.value !== undefined && ` · ${row.value}`}
      </p>

      <div class={`verdict-box ${isAccepted ? 'accepted' : 'refused'}`}>
        <h3>{isAccepted ? `Accepted, ${verdictNote(row).toLowerCase()}` : `Refused: ${answerLabel(entry.answer)}`}</h3>
        {!isAccepted && entry.answer.message !== undefined && <p class="message">{entry.answer.message}</p>}
        <p>{reason}</p>
        {remedy !== undefined && <p>{remedy}</p>}
      </div>

      {row.event !== undefined && <MatchKeyList row={row} />}

      <Section title={source === 'pixel' ? 'Pixel event' : 'Request body'}>
        {request.note !== undefined && <p class="note">{request.note}</p>}
        {request.text === undefined ? (
          <JsonView
            value={request.value}
            label="Request body"
            invalidPath={invalidPath(entry.answer)}
            firstIndex={{ data: row.index }}
          />
        ) : (
          <div class="code">
            <pre tabIndex={0} role="region" aria-label="Request body">
              {request.text === '' ? '(empty)' : request.text}
            </pre>
            <CopyButton text={request.text} />
          </div>
        )}
      </Section>

      <Section title="Answer">
        {entry.answer.status === 0 ? (
          <p>{ROLE === 'relay' ? 'No answer came.' : 'The connection was reset.'}</p>
        ) : (
          <JsonView value={entry.answer} label="Answer" />
        )}
      </Section>

      <Copies row={row} rows={rows} onSelect={onSelect} />
    </div>
  )
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Copies({ row, rows, onSelect }: Pick<DetailPanelProps, 'row' | 'rows' | 'onSelect'>) {
  if (row.event === undefined) return null
  if (row.eventId === undefined) {
    return (
      <Section title="Copies">
        <p>The event has no event ID, so TikTok cannot recognise copies and counts each of them.</p>
      </Section>
    )
  }
  const copies = rows.filter(
    (other) =>
      other !== row &&
      other.fate !== undefined &&
      other.eventId === row.eventId &&
      other.event === row.event &&
      other.sourceId === row.sourceId
  )
  return (
    <Section title="Copies">
      {copies.length === 0 && (
        <p>None: the list has no other accepted event with the same source ID, name and event ID {row.eventId}.</p>
      )}
      <ul class="copies">
        {copies.slice(-SHOWN_COPIES).map((copy) => (
          <li key={copy.key}>
            <button
              type="button"
              class="link"
              onClick={() => {
                onSelect(copy.key)
              }}
            >
              {formatTime(copy.entry.time)} {copy.source === 'pixel' ? 'from the browser' : 'from the server'}
            </button>{' '}
            {verdictNote(copy).toLowerCase()}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The maximum number of copies that are shown. The newest are shown. */
const SHOWN_COPIES = 20
