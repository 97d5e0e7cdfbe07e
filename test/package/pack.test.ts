import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { useFolders } from './use-folders'

const ROOT = join(__dirname, '..', '..')

describe('the packed package', () => {
  const { packed } = useFolders()

  it('contains only the built files, the documentation and the examples', () => {
    const { files } = packed()
    const others = files.filter((path) => !/^(?:dist|docs)\/|^examples\/[^/]+\/[^/]+\.json$/.test(path))
    expect(others.sort()).toStrictEqual([
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'examples/cli/events.ndjson',
      'examples/cli/purchases.csv',
      'package.json'
    ])
    expect(files).toStrictEqual(expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/sandbox.js']))
  })

  it('names every bundled package with its licence', async () => {
    const read = (path: string) => readFile(join(ROOT, path), 'utf8')
    const notices = packed().files.filter((path) => path.includes('third-party-notices'))
    const named = (await Promise.all(notices.map(read))).flatMap((text) =>
      [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S*: \S/gm)].map(([, name]) => name)
    )
    const scripts = packed().files.filter((path) => /\.m?js$/.test(path))
    const bundled = (await Promise.all(scripts.map(read))).flatMap((text) =>
      // The bundler writes such a line before each module.
      [...text.matchAll(/^\/\/#region .*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(([, name]) => name)
    )
    expect(bundled).toContain('hono')
    expect(named).toStrictEqual(expect.arrayContaining([...new Set(bundled)]))
  })
})
