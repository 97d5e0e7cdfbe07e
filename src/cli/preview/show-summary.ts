import { number } from '../send/progress'
import type { Terminal } from '../terminal'
import { labelled, plain } from '../text'
import { LABEL_WIDTH } from './match-keys'
import { commonest, type Coverage, type Finding, type Summary } from './summary'

type Page = Pick<Terminal, 'width' | 'colours'>

const BAR = 20

/**
 * Formats a summary of many events for the terminal.
 * @param heading the name of the input, e.g. `purchases.csv`
 */
export function showSummary(summary: Summary, heading: string, page: Page): string {
  const { colours, width } = page
  const taken = commonestNames(summary.sent)
  const all = [
    colours.bold(heading),
    ...labelled(
      '  Events         ',
      `${number(summary.events)}, of which ${number(summary.rejected)} would be rejected`,
      width
    ),
    ...labelled('  TikTok events  ', taken === '' ? 'none' : taken, width),
    ...(summary.matchKeys.size === 0 ? [] : ['', colours.bold('Match keys'), ...matchKeys(summary, page)]),
    ...findings('Rejected', summary.errors, page, colours.red),
    ...findings('No subscription matches', summary.notTaken, page, colours.yellow),
    ...findings('Warnings', summary.warnings, page, colours.yellow)
  ]
  return `${all.join('\n')}\n`
}

function commonestNames(sent: ReadonlyMap<string, number>): string {
  return [...sent]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${plain(name)} ${number(count)}`)
    .join(', ')
}

function matchKeys({ matchKeys: keys, total }: Summary, page: Page): string[] {
  return [...keys]
    .sort(([, a], [, b]) => b.have - a.have)
    .flatMap(([label, coverage]) => matchKey(label, coverage, total, page))
}

function matchKey(label: string, { have, reasons }: Coverage, total: number, { colours, width }: Page): string[] {
  const share = total === 0 ? 0 : have / total
  const filled = have === 0 ? 0 : Math.max(1, Math.floor(share * BAR))
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`
  // Rounded down, so that 100 % means all events.
  const percent = `${Math.floor(share * 100)} %`.padStart(5)
  const [first] = commonest(reasons)
  return [
    `  ${label.padEnd(LABEL_WIDTH)}  ${share > 0.5 ? colours.green(bar) : colours.yellow(bar)} ${percent}`,
    ...(first === undefined
      ? []
      : labelled(' '.repeat(LABEL_WIDTH + 4), reasonOf(first, total - have), width).map((line) => colours.dim(line)))
  ]
}

function reasonOf({ text, remedy = '', count }: Finding, missing: number): string {
  const how = count === missing ? number(count) : `${number(count)} of ${number(missing)}`
  return plain(`${how}: ${text} ${remedy}`.trim())
}

function findings(
  heading: string,
  all: ReadonlyMap<string, Finding>,
  { width, colours }: Page,
  colour: (text: string) => string
): string[] {
  if (all.size === 0) return []
  const items = commonest(all).flatMap(({ text, remedy = '', count, lines }) => {
    const where = `${count === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ' …' : ''}`
    const label = `  ${number(count)} × `
    return [
      ...labelled(label, plain(`${text} ${remedy}`.trim()), width),
      colours.dim(`${' '.repeat(label.length)}${where}`)
    ]
  })
  return ['', colour(heading), ...items]
}
