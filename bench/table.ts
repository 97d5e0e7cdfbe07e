import Table from 'cli-table3'
import { formatRatio, type Row } from './row'

/** Formats the rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  const result = new Table({
    head: ['measured', 'ours', 'compared with', 'theirs', 'ratio'],
    style: { head: [], border: [] }
  })
  for (const row of rows) result.push([row.work, row.ours, row.against, row.other, formatRatio(row.ratio)])
  return result.toString()
}
