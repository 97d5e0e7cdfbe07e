import type { Terminal } from '../terminal'
import { drawBar, formatNumber, labelled, sanitize } from '../text'
import { LABEL_WIDTH } from './match-keys'
import { mostCommonFirst, type Coverage, type Finding, type Summary } from './summary'

type Layout = Pick<Terminal, 'width' | 'colours'>

const BAR_WIDTH = 20

/**
 * Formats a summary of many events for the terminal.
 * @param heading names the events, e.g. `purchases.csv` or `The first 1,000 events of purchases.csv`
 */
export function showSummary(summary: Summary, heading: string, layout: Layout): string {
  const { colours, width } = layout
  const tiktokEvents = eventCounts(summary.sent)
  const all = [
    colours.bold(heading),
    ...labelled(
      '  Events         ',
      `${formatNumber(summary.events)}, of which ${formatNumber(summary.rejected)} would be rejected`,
      width
    ),
    ...labelled('  TikTok events  ', tiktokEvents === '' ? 'none' : tiktokEvents, width),
    ...(summary.matchKeys.size === 0 ? [] : ['', colours.bold('Match keys'), ...showMatchKeys(summary, layout)]),
    ...showFindings('Rejected', summary.errors, layout, colours.red),
    ...showFindings('No subscription matches', summary.notTaken, layout, colours.magenta),
    ...showFindings('Warnings', summary.warnings, layout, colours.magenta)
  ]
  return `${all.join('\n')}\n`
}

function eventCounts(sent: ReadonlyMap<string, number>): string {
  return [...sent]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${sanitize(name)} ${formatNumber(count)}`)
    .join(', ')
}

function showMatchKeys({ matchKeys: keys, total }: Summary, layout: Layout): string[] {
  return [...keys]
    .sort(([, a], [, b]) => b.count - a.count)
    .flatMap(([label, coverage]) => showMatchKey(label, coverage, total, layout))
}

function showMatchKey(
  label: string,
  { count, reasons }: Coverage,
  total: number,
  { colours, width }: Layout
): string[] {
  const share = total === 0 ? 0 : count / total
  const bar = drawBar(share, BAR_WIDTH)
  // Rounded down, so that 100 % means all events.
  const percent = `${Math.floor(share * 100)} %`.padStart(5)
  const [first] = mostCommonFirst(reasons)
  return [
    `  ${label.padEnd(LABEL_WIDTH)}  ${share > 0.5 ? colours.green(bar) : colours.magenta(bar)} ${percent}`,
    ...(first === undefined ? [] : labelled(' '.repeat(LABEL_WIDTH + 4), reasonOf(first, total - count), width))
  ]
}

function reasonOf({ text, remedy = '', count }: Finding, missing: number): string {
  const share = count === missing ? formatNumber(count) : `${formatNumber(count)} of ${formatNumber(missing)}`
  return sanitize(`${share}: ${text} ${remedy}`.trim())
}

function showFindings(
  heading: string,
  all: ReadonlyMap<string, Finding>,
  { width }: Layout,
  colour: (text: string) => string
): string[] {
  if (all.size === 0) return []
  const items = mostCommonFirst(all).flatMap(({ text, remedy = '', count, lines }) => {
    const where = `${count === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ' …' : ''}`
    const label = `  ${formatNumber(count)} × `
    return [...labelled(label, sanitize(`${text} ${remedy}`.trim()), width), `${' '.repeat(label.length)}${where}`]
  })
  return ['', colour(heading), ...items]
}
