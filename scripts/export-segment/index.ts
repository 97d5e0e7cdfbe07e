// Writes the files of the pull requests to Segment into the folder DIR:
// npm run export:segment -- DIR [conversions|offline|pixel]
import { exportTo } from './export'
import { INTEGRATIONS } from './layout'

async function main([folder, name]: readonly string[]): Promise<void> {
  const chosen = INTEGRATIONS.filter((integration) => name === undefined || integration.name === name)
  if (folder === undefined || chosen.length === 0) {
    throw new Error('Usage: npm run export:segment -- DIR [conversions|offline|pixel]')
  }
  for (const integration of chosen) {
    const paths = await exportTo(folder, integration)
    process.stdout.write(`${integration.name}: ${paths.length} files in ${folder}/${integration.target}\n`)
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
