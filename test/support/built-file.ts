import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')

/**
 * The path of a file that the build writes. `npm test` builds before it runs the tests.
 * @param name its path in `dist`
 * @throws when it is missing, or older than the source
 */
export function builtFile(name: string): string {
  const path = join(ROOT, 'dist', name)
  const builtAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (builtAt === undefined) throw new Error(`dist/${name} is missing: run npm run build first.`)
  if (builtAt < changedAt()) throw new Error(`dist/${name} is older than src: run npm run build first.`)
  return path
}

let newest: number | undefined

/** When a file of the source was last changed, read once for each file of tests. */
function changedAt(): number {
  newest ??= readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, { parentPath, name }) => Math.max(latest, statSync(join(parentPath, name)).mtimeMs), 0)
  return newest
}
