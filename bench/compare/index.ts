// Sends the same events through the official server destinations and through ours. Both use the official presets as saved
// mappings. Prints each difference with its reason; with --write, also writes the table into the docs.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startSandbox } from '../../src/sandbox'
import { CASES } from './cases'
import { differencesBetween } from './reasons'
import { runInBatches, runSingly } from './run'
import { type DestinationName, sidesOf } from './sides'
import { insertTable, tableOf } from './table'

const PAGE = join(__dirname, '../../docs/segment-pull-request.md')

async function main(options: readonly string[]): Promise<void> {
  const sandbox = await startSandbox()
  const found = new Map<string, Set<string>>()
  const add = (reason: string, title: string) => found.set(reason, (found.get(reason) ?? new Set()).add(title))
  for (const name of ['conversions', 'offline'] as const satisfies readonly DestinationName[]) {
    const { ours, official } = sidesOf(name, sandbox.origin)
    const cases = CASES[name]
    const single = await runSingly(ours, cases, sandbox)
    const batch = await runInBatches(ours, cases, sandbox)
    const theirs = await runSingly(official, cases, sandbox)
    for (const { title } of cases) {
      for (const reason of differencesBetween(single.get(title), theirs.get(title))) add(reason, `${title} (${name})`)
      // The official destinations refuse batches, so our batches are compared with our own single events.
      for (const reason of differencesBetween(batch.get(title), single.get(title))) add(`Batch: ${reason}`, title)
    }
  }
  await sandbox.close()

  const table = tableOf(found, { conversions: CASES.conversions.length, offline: CASES.offline.length })
  process.stdout.write(`${table}\n`)
  if (options.includes('--write')) await writeFile(PAGE, insertTable(await readFile(PAGE, 'utf8'), table))
  if ([...found.keys()].some((reason) => reason.includes('Not intended'))) process.exitCode = 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
