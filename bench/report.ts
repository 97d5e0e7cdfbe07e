import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import type { Series } from './growth'
import { versionOf } from './implementations'
import { plot } from './plot'
import { formatRatio, type Row } from './row'
import type { SandboxComparison } from './verify'

const DOCS = join(__dirname, '../docs')

/** All results of one run. */
export interface Results {
  readonly rows: readonly Row[]
  readonly series: readonly Series[]
  readonly purchases: SandboxComparison
  readonly presets: SandboxComparison
}

/** Describes the machine and the versions in one line. */
export function environment(): string {
  const [cpu] = cpus()
  const packages = ['@segment/action-destinations', '@segment/actions-core', 'segment-tiktok-destinations']
  const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(', ')
  return `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown CPU'}; ${versions}; both sides on the same actions-core.`
}

/** Formats a series as text. */
export function seriesText({ title, points }: Series): string {
  const texts = points.map(({ size, microseconds }) => `${size.toLocaleString('en-US')}: ${microseconds.toFixed(0)}`)
  return `${title} → µs per event: ${texts.join(', ')}`
}

/** Describes the comparison in the sandbox in a few lines. */
export function comparisonLines({ purchases, presets }: Results): string[] {
  return [
    `${purchases.same} of ${purchases.events} purchases are the same on both sides in the sandbox, apart from empty values.`,
    `The numbers of intended differences in ${presets.events} events, which cover all presets and the examples:`,
    '',
    ...[...presets.intended].map(([why, events]) => `- ${events}: ${why}`),
    ...[...purchases.unexplained, ...presets.unexplained].map((difference) => `- NOT INTENDED: ${difference}`)
  ]
}

/** Writes the results between the marks of docs/performance.md, and draws docs/growth.svg. */
export async function writeDocs(results: Results): Promise<void> {
  const { rows, series } = results
  const path = join(DOCS, 'performance.md')
  const run = [
    environment(),
    ...[markdown(rows), comparisonLines(results), series.map((one) => `- ${seriesText(one)}`)].flatMap((part) => [
      '',
      ...part
    ])
  ].join('\n')
  const page = readFileSync(path, 'utf8')
  const marked = /(?<=<!-- run -->\n)[^]*(?=<!-- end of run -->)/
  if (!marked.test(page)) throw new Error(`${path} does not contain the marks of the results.`)
  const written = page.replace(marked, () => `\n${run}\n\n`)
  writeFileSync(path, await format(written, { ...(await resolveConfig(path)), parser: 'markdown' }))
  writeFileSync(join(DOCS, 'growth.svg'), plot(series))
}

function markdown(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => [row.work, row.ours, `${row.against}: ${row.other}`, formatRatio(row.ratio)])
  return [['measured', 'ours', 'compared with', 'ratio'], Array<string>(4).fill('---'), ...cells].map(
    (row) => `| ${row.join(' | ')} |`
  )
}
