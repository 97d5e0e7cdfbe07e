import Table from 'cli-table3'
import { firstSentence } from './first-sentence'
import type { Attempt, Run } from './run-event'

const HEAD = ['Segment event', 'Preset', 'TikTok event', 'Match keys sent', 'Answer']

/** The widths of the columns. With the borders, the table takes 140 columns. */
const WIDTHS = [24, 27, 39, 20, 24]

/** Formats a table with one row per matched subscription, and one per event that matched none. */
export function runsTable(runs: readonly Run[]): string {
  const table = new Table({ head: HEAD, colWidths: WIDTHS, wordWrap: true, style: { head: [], border: [] } })
  table.push(...runs.flatMap(rows))
  return table.toString()
}

function rows({ event, attempts }: Run): string[][] {
  const name = event.type === 'track' ? (event.event ?? '') : `(${event.type}) ${event.name ?? ''}`.trim()
  return attempts.length === 0
    ? [[name, '–', '–', '–', 'not subscribed']]
    : attempts.map((attempt) => [name, ...cells(attempt)])
}

function cells({ subscription, sent, rejection }: Attempt): string[] {
  const intended = subscription.mapping?.['event']
  return [
    subscription.name ?? subscription.partnerAction,
    sent?.event ?? (typeof intended === 'string' ? intended : '–'),
    sent?.matchKeys.join(' ') ?? '(no request)',
    rejection ? `✗ ${rejection.status} ${firstSentence(rejection.message)}` : '✓ accepted'
  ]
}
