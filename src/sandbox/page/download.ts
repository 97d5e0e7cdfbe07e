import type { Row } from './rows'

/** Saves rows as NDJSON: one JSON object per line, the newest first. */
export function downloadRows(rows: readonly Row[]): void {
  const lines = rows.toReversed().map((row) => `${ndjsonLine(row)}\n`)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }))
  link.download = 'sandbox-events.ndjson'
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Converts a row to one line of JSON. A truncated event is a string in it, because its text is not valid JSON. */
export function ndjsonLine({ entry, source, text, isAccepted, fate }: Row): string {
  const head = JSON.stringify({
    time: new Date(entry.time).toISOString(),
    source,
    verdict: isAccepted ? 'accepted' : 'refused',
    fate,
    answer: entry.answer
  })
  const event = text.fullLength === undefined ? text.json : JSON.stringify(text.json)
  return `${head.slice(0, -1)},"request":${entry.root.json},"event":${event}}`
}
