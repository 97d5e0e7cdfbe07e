import type { Row, Source } from './rows'

/** The verdicts that can be chosen. */
export const VERDICTS = {
  accepted: 'Accepted',
  refused: 'Refused',
  copy: 'Copies',
  test: 'Test events'
} as const

/** The conditions of the list's filter. An empty value sets no condition. */
export interface Filter {
  readonly text: string
  readonly event: string
  readonly source: Source | ''
  readonly verdict: keyof typeof VERDICTS | ''
}

/** A filter without conditions. */
export const NO_FILTER: Filter = { text: '', event: '', source: '', verdict: '' }

/** Returns the rows that match a filter. */
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

/** Whether a filter has a condition. */
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

/** All text of a row in lower case. It is built on the first search and cached, because it is long. */
function searchText(row: Row): string {
  const cached = searchTexts.get(row)
  if (cached !== undefined) return cached
  const { code, message, status } = row.entry.answer
  const text = [row.entry.root.json, row.text.json, code, message, status].join(' ').toLowerCase()
  searchTexts.set(row, text)
  return text
}
