import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Folder } from './folder'
import { run } from './folder'

const ROOT = join(__dirname, '..', '..')

const packOutput = v.tuple([v.object({ filename: v.string(), files: v.array(v.object({ path: v.string() })) })])

/** The package as npm would publish it. */
export interface Packed {
  /** The path of the archive. */
  readonly tarball: string
  /** The paths of the files in it. */
  readonly files: readonly string[]
}

/** Packs the package into a folder. */
export async function pack(folder: Folder): Promise<Packed> {
  // `npm test` builds before it runs the tests; a single test run by hand may find nothing built.
  if (!existsSync(join(ROOT, 'dist', 'index.js'))) await run('npm', ['run', 'build'], ROOT)
  const output = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder.path], ROOT)
  const [{ filename, files }] = v.parse(packOutput, JSON.parse(output))
  return { tarball: join(folder.path, filename), files: files.map(({ path }) => path) }
}
