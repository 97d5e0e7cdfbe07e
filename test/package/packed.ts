import { join } from 'node:path'
import * as v from 'valibot'
import { builtFile } from '../support/built-file'
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
  builtFile('index.js')
  const output = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder.path], ROOT)
  const [{ filename, files }] = v.parse(packOutput, JSON.parse(output))
  return { tarball: join(folder.path, filename), files: files.map(({ path }) => path) }
}
