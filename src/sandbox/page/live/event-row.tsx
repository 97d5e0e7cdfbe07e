import { memo } from '../memo'
import { formatTime } from '../format'
import { MATCH_KEYS } from '../match-keys'
import type { Row } from '../rows'
import { SOURCE_LABELS } from '../source-labels'
import { answerLabel, verdictNote } from '../verdict'

interface EventRowProps {
  row: Row
  position: number
  top: number
  isSelected: boolean
  onOpen: (key: string) => void
}

/** One event of the list. */
export const EventRow = memo(({ row, position, top, isSelected, onOpen }: EventRowProps) => {
  const { entry, isAccepted, fate } = row
  const note = verdictNote(row)
  return (
    <div
      id={`row-${row.key}`}
      class="row"
      role="row"
      aria-rowindex={position + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        onOpen(row.key)
      }}
    >
      <span role="gridcell" class="cell time">
        {formatTime(entry.time)}
      </span>
      <span role="gridcell" class="cell event">
        <b>{eventName(row)}</b>
        <small>{row.eventId ?? 'no event ID'}</small>
      </span>
      <span role="gridcell" class="cell source">
        <span class={`source-label ${row.source}`}>{SOURCE_LABELS[row.source]}</span>
        <small>{row.sourceId}</small>
      </span>
      <span role="gridcell" class="cell value">
        {row.value}
      </span>
      <span role="gridcell" class="cell match-keys">
        {keySummary(row)}
      </span>
      <span role="gridcell" class="cell verdict">
        <b class={isAccepted ? 'accepted' : 'refused'}>
          {isAccepted ? 'Accepted' : `Refused ${answerLabel(entry.answer)}`}
        </b>
        <small class={isAccepted && fate !== 'counted' ? 'notable' : undefined} title={note}>
          {note}
        </small>
      </span>
    </div>
  )
})

/** The event's name, or a label if it has no name or its text was cut off. */
export function eventName({ event, entry, text }: Row): string {
  if (event !== undefined) return event
  if (entry.events.length === 0) return 'Request without events'
  return text.fullLength === undefined ? 'Event without a name' : 'Large event'
}

function keySummary({ event, matchKeys }: Row): string {
  if (event === undefined) return ''
  const labels = MATCH_KEYS.filter(({ name }) => matchKeys.includes(name)).map(({ label }) => label)
  if (labels.length === 0) return 'none'
  const shown = labels.slice(0, 2).join(', ')
  return labels.length > 2 ? `${shown} +${labels.length - 2}` : shown
}
