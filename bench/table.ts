import Table from 'cli-table3'
import { type Row, times } from './row'

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  const printed = new Table({
    head: ['measured', 'ours', 'compared with', 'theirs', 'ratio'],
    style: { head: [], border: [] }
  })
  for (const row of rows) printed.push([row.work, row.ours, row.against, row.other, times(row.ratio)])
  return printed.toString()
}
