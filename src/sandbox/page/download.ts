import type { Row } from './rows'

/** Saves rows as NDJSON: one JSON object a line, the newest first. */
export function downloadRows(rows: readonly Row[]): void {
  const lines = rows.toReversed().map((row) => `${ndjsonLine(row)}\n`)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }))
  link.download = 'sandbox-events.ndjson'
  link.click()
  URL.revokeObjectURL(link.href)
}

/** A row as one line of JSON. The text of an event that was cut stays text. */
export function ndjsonLine({ entry, source, text, isAccepted, fate }: Row): string {
  const about = JSON.stringify({
    time: new Date(entry.time).toISOString(),
    source,
    verdict: isAccepted ? 'accepted' : 'refused',
    fate,
    answer: entry.answer
  })
  const event = text.cutFrom === undefined ? text.json : JSON.stringify(text.json)
  return `${about.slice(0, -1)},"request":${entry.root.json},"event":${event}}`
}
