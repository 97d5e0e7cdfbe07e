import type { JsonText } from '../live-message'
import type { Row } from './rows'

/** Saves rows as NDJSON: one JSON object per line, the newest first. */
export function downloadRows(rows: readonly Row[], fileName: string): void {
  const lines = rows.toReversed().map((row) => `${ndjsonLine(row)}\n`)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Converts a row to one line of JSON. */
export function ndjsonLine({ entry, source, text, isAccepted, fate }: Row): string {
  const head = JSON.stringify({
    time: new Date(entry.time).toISOString(),
    source,
    verdict: isAccepted ? 'accepted' : 'refused',
    fate,
    answer: entry.answer
  })
  return `${head.slice(0, -1)},"request":${validJson(entry.root)},"event":${validJson(text)}}`
}

/** Truncated text becomes a string, because it is not valid JSON. */
function validJson({ json, fullLength }: JsonText): string {
  return fullLength === undefined ? json : JSON.stringify(json)
}
