import Table from 'cli-table3'
import { type Row, times } from './row'

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  const printed = new Table({
    head: ['work', 'ours', 'beside it', 'theirs', 'ratio', 'target'],
    style: { head: [], border: [] }
  })
  for (const row of rows) printed.push([row.work, row.ours, row.against, row.other, times(row.ratio), verdict(row)])
  return printed.toString()
}

/** Whether the median reaches the target. */
export function verdict({ ratio, target }: Row): string {
  if (target === undefined) return ''
  return ratio.median >= target ? `≥ ${target} ×: met` : `≥ ${target} ×: not met`
}
