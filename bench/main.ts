import { growth } from './growth'
import { circumstances, type Findings, growthLine, verdictLines, writeDocs } from './report'
import { measureGroups } from './measure-groups'
import { startServer } from './start-server'
import { table } from './table'
import { verifyPresets, verifyPurchases } from './verify'

/**
 * Measures everything and prints one table.
 * @param options `--write` puts the run into docs/ as well
 */
export async function main(options: readonly string[]): Promise<void> {
  const server = await startServer()
  try {
    const rows = await measureGroups()
    const lines = await growth(server)
    // Last, because many kinds of events make the compiled code more general and slower.
    const [purchases, presets] = [await verifyPurchases(), await verifyPresets()]
    const findings: Findings = { rows, lines, purchases, presets }
    console.log([circumstances(), table(rows), ...verdictLines(findings), ...lines.map(growthLine)].join('\n'))
    if (options.includes('--write')) await writeDocs(findings)
    // A destination must not be faster by sending less, so an unexplained difference fails the run.
    if (purchases.same < purchases.events || presets.unexplained.length > 0) process.exitCode = 1
  } finally {
    server.stop()
  }
}
