import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { builtFile } from '../support/built-file'

const ROOT = join(__dirname, '..', '..')

/** A folder as the readers of a guide have it, with the guide's files and the installed packages. */
export interface GuideFolder {
  readonly path: string
  remove(): void
}

/**
 * Creates the folder. This package is installed from dist/.
 * @param packages the installed packages besides this one
 */
export function createGuideFolder(files: Readonly<Record<string, string>>, packages: readonly string[]): GuideFolder {
  builtFile('index.js')
  const path = mkdtempSync(join(tmpdir(), 'guide-'))
  const install = (name: string, from: string) => {
    const to = join(path, 'node_modules', name)
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(from, to, 'junction')
  }
  install('segment-tiktok-destinations', ROOT)
  for (const name of packages) install(name, join(ROOT, 'node_modules', name))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return {
    path,
    remove() {
      rmSync(path, { recursive: true })
    }
  }
}
