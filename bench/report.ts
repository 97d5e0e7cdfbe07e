import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import type { Line } from './growth'
import { versionOf } from './contenders'
import { plot } from './plot'
import { type Row, times } from './row'
import type { Verdict } from './verify'

const DOCS = join(__dirname, '../docs')

/** All results of one run. */
export interface Findings {
  readonly rows: readonly Row[]
  readonly lines: readonly Line[]
  readonly purchases: Verdict
  readonly presets: Verdict
}

/** The machine and the versions, in one line. */
export function circumstances(): string {
  const [cpu] = cpus()
  const packages = ['@segment/action-destinations', '@segment/actions-core', 'segment-tiktok-destinations']
  const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(', ')
  return `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown CPU'}; ${versions}; both sides on the same actions-core.`
}

/** A line of growth as text. */
export function growthLine({ title, points }: Line): string {
  const said = points.map(({ at, microseconds }) => `${at.toLocaleString('en-US')}: ${microseconds.toFixed(0)}`)
  return `${title} → µs per event: ${said.join(', ')}`
}

/** The comparison in the sandbox, in a few lines. */
export function verdictLines({ purchases, presets }: Findings): string[] {
  return [
    `${purchases.same} of ${purchases.events} purchases are the same on both sides in the sandbox, empty values aside.`,
    `Of ${presets.events} events of all presets and the examples, these differ on purpose:`,
    '',
    ...[...presets.meant].map(([why, events]) => `- ${events}: ${why}`),
    ...[...purchases.unexplained, ...presets.unexplained].map((difference) => `- NOT ON PURPOSE: ${difference}`)
  ]
}

/** Writes the run between the marks of docs/performance.md, and draws docs/growth.svg. */
export async function writeDocs(findings: Findings): Promise<void> {
  const { rows, lines } = findings
  const path = join(DOCS, 'performance.md')
  const run = [
    circumstances(),
    ...[markdown(rows), verdictLines(findings), lines.map((line) => `- ${growthLine(line)}`)].flatMap((part) => [
      '',
      ...part
    ])
  ].join('\n')
  const page = readFileSync(path, 'utf8')
  const marked = /(?<=<!-- run -->\n)[^]*(?=<!-- end of run -->)/
  if (!marked.test(page)) throw new Error(`${path} has lost the marks that the run goes between.`)
  const written = page.replace(marked, () => `\n${run}\n\n`)
  writeFileSync(path, await format(written, { ...(await resolveConfig(path)), parser: 'markdown' }))
  writeFileSync(join(DOCS, 'growth.svg'), plot(lines))
}

function markdown(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => [row.work, row.ours, `${row.against}: ${row.other}`, times(row.ratio)])
  return [['measured', 'ours', 'compared with', 'ratio'], Array<string>(4).fill('---'), ...cells].map(
    (row) => `| ${row.join(' | ')} |`
  )
}
