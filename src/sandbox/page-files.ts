import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folders of the built page: beside the package's files, or in `dist` when the sandbox runs from source. */
const FOLDERS = [join(__dirname, 'sandbox-page'), join(__dirname, '../../dist/sandbox-page')]

/** The files that the page loads, and their types. */
export const PAGE_FILES = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'inter.woff2': 'font/woff2'
} as const

const cache = new Map<string, ArrayBuffer>()

/** Reads a file of the page. Returns undefined if the page is not built. */
export function readPageFile(name: 'index.html' | keyof typeof PAGE_FILES): ArrayBuffer | undefined {
  const cached = cache.get(name)
  if (cached !== undefined) return cached
  const path = FOLDERS.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate))
  if (path === undefined) return undefined
  const content = new Uint8Array(readFileSync(path)).buffer
  cache.set(name, content)
  return content
}
