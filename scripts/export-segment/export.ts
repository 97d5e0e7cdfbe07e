import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { filesOf } from './files'
import type { Integration } from './layout'

/** The version and options of Segment's pre-commit hook. A newer Prettier breaks some lines differently. */
const PRETTIER = ['--yes', 'prettier@2.4.1', '--no-config', '--no-semi', '--single-quote']
const STYLE = ['--trailing-comma', 'none', '--print-width', '120', '--loglevel', 'warn', '--write']

/**
 * Writes one pull request into a checkout of Segment's monorepo or into an empty folder. It first deletes the
 * destination's existing modules.
 * @param folder the checkout
 * @param integration the pull request
 * @returns the paths that were written, sorted
 */
export async function exportTo(folder: string, integration: Integration): Promise<string[]> {
  const files = await filesOf(integration)
  await removeModules(join(folder, integration.target))
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const paths = [...files.keys()].sort()
  const formatted = paths.filter((path) => !path.endsWith('.snap'))
  await promisify(execFile)('npx', [...PRETTIER, ...STYLE, ...formatted], { cwd: folder })
  return paths
}

/** Deletes modules and snapshots. Other files, such as the metadata that Segment generates, stay. */
async function removeModules(target: string): Promise<void> {
  const entries = await readdir(target, { recursive: true, encoding: 'utf8' }).catch(() => [])
  for (const entry of entries) {
    if (/\.(?:ts|snap)$/.test(entry)) await rm(join(target, entry))
  }
}
