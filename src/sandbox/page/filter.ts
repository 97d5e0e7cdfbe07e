import type { Row, Source } from './rows'

/** The verdicts that can be chosen. */
export const VERDICTS = {
  accepted: 'Accepted',
  refused: 'Refused',
  copy: 'Copies',
  test: 'Test events'
} as const

/** What the list is narrowed to. An empty value narrows nothing. */
export interface Filter {
  readonly text: string
  readonly event: string
  readonly source: Source | ''
  readonly verdict: keyof typeof VERDICTS | ''
}

/** A filter that lets everything through. */
export const NO_FILTER: Filter = { text: '', event: '', source: '', verdict: '' }

/** The rows that a filter lets through. */
export function filterRows(rows: readonly Row[], filter: Filter): readonly Row[] {
  const { event, source, verdict } = filter
  const text = filter.text.trim().toLowerCase()
  if (!isFiltering(filter)) return rows
  return rows.filter(
    (row) =>
      (event === '' || row.event === event) &&
      (source === '' || row.source === source) &&
      (verdict === '' || hasVerdict(row, verdict)) &&
      (text === '' || searchText(row).includes(text))
  )
}

/** Whether a filter narrows anything. */
export function isFiltering({ text, event, source, verdict }: Filter): boolean {
  return text.trim() + event + source + verdict !== ''
}

function hasVerdict({ isAccepted, fate }: Row, verdict: keyof typeof VERDICTS): boolean {
  switch (verdict) {
    case 'accepted':
      return isAccepted
    case 'refused':
      return !isAccepted
    case 'copy':
      return fate === 'merged' || fate === 'dropped'
    case 'test':
      return fate === 'test'
  }
}

const searchTexts = new WeakMap<Row, string>()

/** All text of a row in lower case. Made at the first search and kept, because it is long. */
function searchText(row: Row): string {
  const known = searchTexts.get(row)
  if (known !== undefined) return known
  const { code, message, status } = row.entry.answer
  const text = [row.entry.root.json, row.text.json, code, message, status].join(' ').toLowerCase()
  searchTexts.set(row, text)
  return text
}
