import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The built page: beside the package's files, or in `dist` when the sandbox runs from its source. */
const FOLDERS = [join(__dirname, 'sandbox-page'), join(__dirname, '../../dist/sandbox-page')]

const read = new Map<string, string>()

/** The text of a file of the page, or undefined if the page is not built. */
export function readPageFile(name: 'index.html' | 'page.js' | 'page.css'): string | undefined {
  const known = read.get(name)
  if (known !== undefined) return known
  const path = FOLDERS.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate))
  if (path === undefined) return undefined
  const text = readFileSync(path, 'utf8')
  read.set(name, text)
  return text
}
