import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { Folder, run } from './folder'

const ROOT = join(__dirname, '..', '..')
const SEND = join(__dirname, 'send-one-event.cjs')
const IMPORT = join(__dirname, 'import-all.mjs')
const MINUTES = 60_000

const packed = v.tuple([v.object({ filename: v.string(), files: v.array(v.object({ path: v.string() })) })])

const ONE_EVENT = { accepted: [{ event: 'CompletePayment', event_id: 'packed-1' }], isSame: true }

describe('the packed package', () => {
  const folders: Folder[] = []
  let tarball: string
  let files: string[]

  async function folder(dependencies?: Readonly<Record<string, string>>): Promise<Folder> {
    const created = await Folder.create(dependencies)
    folders.push(created)
    return created
  }

  beforeAll(async () => {
    // The gate builds before it tests; a test run by itself may find nothing built.
    if (!existsSync(join(ROOT, 'dist', 'index.js'))) await run('npm', ['run', 'build'], ROOT)
    const { path } = await folder()
    const output = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', path], ROOT)
    const [pack] = v.parse(packed, JSON.parse(output))
    tarball = join(path, pack.filename)
    files = pack.files.map((file) => file.path)
  }, 2 * MINUTES)

  afterAll(async () => {
    await Promise.all(folders.map((one) => one.remove()))
  })

  it('holds what was built and what every package has, and nothing else', () => {
    const others = files.filter((path) => !path.startsWith('dist/'))
    expect(others.sort()).toStrictEqual(['LICENSE', 'README.md', 'package.json'])
    expect(files).toStrictEqual(expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/sandbox.js']))
  })

  it(
    'works in an empty folder, required and imported',
    async () => {
      const empty = await folder()
      await empty.install(tarball)
      expect(await empty.runScript(SEND)).toStrictEqual(ONE_EVENT)
      expect(await empty.runScript(IMPORT)).toStrictEqual({
        slugs: expect.arrayContaining(['tiktok-conversions', 'actions-tiktok-offline-conversions']) as unknown,
        defaults: [true, true],
        named: ['Tiktok Conversions', 'TikTok Offline Conversions'],
        pixel: ['function', 'TikTok Pixel', 'actions-tiktok-pixel'],
        sandbox: 'function'
      })
    },
    2 * MINUTES
  )

  it(
    'works where the lock file holds a fast-uri with which the framework fails',
    async () => {
      const locked = await folder({ ajv: '^8.17.1' })
      await locked.install()
      const before = await locked.lockedVersion('fast-uri')
      expect(before).toMatch(/^3\.(?:1\.(?:[6-9]|\d\d+)|[2-9])/)

      await locked.install(tarball)
      expect(await locked.lockedVersion('fast-uri')).toBe('3.1.5')
      expect(await locked.runScript(SEND)).toStrictEqual(ONE_EVENT)
    },
    2 * MINUTES
  )
})
