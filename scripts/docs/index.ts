// Writes docs/reference/. With --check it writes nothing and fails if a page is stale.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { referencePages } from './pages'

const FOLDER = 'docs/reference'
const check = process.argv.includes('--check')

async function main(): Promise<void> {
  const options = (await resolveConfig('README.md')) ?? {}
  const pages = await referencePages()
  const stale: string[] = []
  if (!check) await mkdir(FOLDER, { recursive: true })
  for (const [name, text] of Object.entries(pages)) {
    const file = join(FOLDER, name)
    const wanted = await format(text, { ...options, parser: 'markdown' })
    const found = await readFile(file, 'utf8').catch(() => '')
    if (found === wanted) continue
    stale.push(file)
    if (!check) await writeFile(file, wanted)
  }
  for (const name of await readdir(FOLDER).catch(() => [])) {
    if (name in pages) continue
    stale.push(join(FOLDER, name))
    if (!check) await rm(join(FOLDER, name))
  }
  if (check && stale.length > 0) throw new Error(`Stale pages: ${stale.join(', ')}. Run npm run docs.`)
  process.stdout.write(`reference ${check ? 'is current' : 'written'}: ${stale.length} pages changed\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
