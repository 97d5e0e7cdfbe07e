import { growth } from './growth'
import { environment, type Results, seriesText, comparisonLines, writeDocs } from './report'
import { measureGroups } from './measure-groups'
import { startServer } from './start-server'
import { table } from './table'
import { verifyPresets, verifyPurchases } from './verify'

/**
 * Measures everything and prints the results.
 * @param options `--write` also writes the results into docs/
 */
export async function main(options: readonly string[]): Promise<void> {
  const server = await startServer()
  try {
    const rows = await measureGroups()
    const series = await growth(server)
    // These run last, because their many kinds of events make the code that V8 compiles more general and slower.
    const [purchases, presets] = [await verifyPurchases(), await verifyPresets()]
    const results: Results = { rows, series, purchases, presets }
    console.log([environment(), table(rows), ...comparisonLines(results), ...series.map(seriesText)].join('\n'))
    if (options.includes('--write')) await writeDocs(results)
    // A destination must not be faster because it sends less. The purchases may differ only in empty values, all other
    // events only for a known reason.
    if (purchases.same < purchases.events || presets.unexplained.length > 0) process.exitCode = 1
  } finally {
    server.stop()
  }
}
