import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Folder, run } from '../package/folder'

const ROOT = join(__dirname, '..', '..')

const TYPESCRIPT = 'packages/**/*.ts'

/** Every file of the folder's `packages`, with its text. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, 'packages'), { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')])
  return Object.fromEntries(await Promise.all(texts))
}

describe('the exported pull requests pass the tools of Segment', () => {
  let workspace: Folder

  beforeAll(async () => {
    workspace = await Folder.create()
    await cp(join(__dirname, 'monorepo'), workspace.path, { recursive: true })
    await run('npm', ['run', 'export:segment', '--', workspace.path], ROOT)
    // ts-jest 27 declares an older version of TypeScript than the one that Segment uses.
    await workspace.install('--legacy-peer-deps')
  })

  afterAll(() => workspace.remove())

  it('a second export changes nothing', async () => {
    const before = await contents(workspace.path)
    await run('npm', ['run', 'export:segment', '--', workspace.path], ROOT)
    expect(await contents(workspace.path)).toStrictEqual(before)
  })

  it.each(['tsconfig.server.json', 'tsconfig.browser.json'])(
    'TypeScript 5.5.4 compiles them with %s',
    async (project) => {
      expect(await workspace.run('npx', 'tsc', '-p', project)).toBe('')
    }
  )

  it('ESLint 7 finds no error', async () => {
    expect(await workspace.run('npx', 'eslint', TYPESCRIPT)).toBe('')
  })

  it('Prettier 2.4.1 changes no file', async () => {
    const style = ['--no-semi', '--single-quote', '--trailing-comma', 'none', '--print-width', '120']
    const found = await workspace.run('npx', 'prettier', '--list-different', ...style, TYPESCRIPT)
    expect(found).toBe('')
  })

  it('their tests pass in Jest 27 with their snapshots', async () => {
    const report = join(workspace.path, 'report.json')
    await workspace.run('npx', 'jest', '--ci', '--json', `--outputFile=${report}`, '--silent')
    const { success, snapshot } = JSON.parse(await readFile(report, 'utf8')) as {
      success: boolean
      snapshot: { unchecked: number; unmatched: number; matched: number }
    }
    expect({ success, unmatched: snapshot.unmatched, unchecked: snapshot.unchecked }).toStrictEqual({
      success: true,
      unmatched: 0,
      unchecked: 0
    })
    expect(snapshot.matched).toBeGreaterThan(0)
  })
})
