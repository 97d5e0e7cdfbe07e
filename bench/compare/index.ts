// Sends the same events through the official server destinations and through ours, with the official presets as saved
// mappings, and prints each difference with its reason: npm run compare
import { startSandbox } from '../../src/sandbox'
import { differencesOf, whyOf } from '../differences'
import { CASES } from './cases'
import { type Outcome, runInBatches, runSingly } from './run'
import { type Name, sidesOf } from './sides'

async function main(): Promise<void> {
  const sandbox = await startSandbox()
  const found = new Map<string, Set<string>>()
  for (const name of ['conversions', 'offline'] as const satisfies readonly Name[]) {
    const { ours, official } = sidesOf(name, sandbox.origin)
    for (const [way, run] of [
      ['single', runSingly],
      ['batch', runInBatches]
    ] as const) {
      const [mine, theirs] = [await run(ours, CASES[name], sandbox), await run(official, CASES[name], sandbox)]
      for (const { title } of CASES[name]) {
        for (const reason of reasonsFor(mine.get(title), theirs.get(title))) {
          found.set(reason, (found.get(reason) ?? new Set()).add(`${title} (${name}, ${way})`))
        }
      }
    }
  }
  await sandbox.close()
  for (const [reason, titles] of found) console.log(reason, '\n   ', [...titles].join('\n    '))
}

function reasonsFor(ours: Outcome | undefined, theirs: Outcome | undefined): string[] {
  if (ours === undefined || theirs === undefined) return ['missing']
  if ('refused' in ours && 'refused' in theirs) return []
  if ('refused' in ours) return [`REFUSED BY OURS: ${ours.refused}`]
  if ('refused' in theirs) return [`refused by theirs: ${theirs.refused}`]
  return differencesOf(ours.sent, theirs.sent).map((difference) => whyOf(difference) ?? `UNEXPLAINED ${difference}`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
