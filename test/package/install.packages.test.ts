import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blockOf } from '../docs/block-of'
import type { Folder } from './folder'
import { useFolders } from './use-folders'

const HOSTS = join(__dirname, 'hosts')

const SENT = { statuses: ['delivered'], accepted: [{ event: 'CompletePayment', event_id: 'packed-1' }] }

describe('the packed package, installed with npm', () => {
  const { packed, create } = useFolders()

  it('installs its three dependencies, and none that only the sandbox or the command line needs', async () => {
    const folder = await create()
    // Without the peer dependencies, which the host provides.
    await folder.install('--omit=dev', '--legacy-peer-deps', packed().tarball)
    const paths = [...(await folder.installed()).keys()].filter((path) => path !== '')
    expect(paths.sort()).toStrictEqual([
      'node_modules/dayjs',
      // A dependency of i18n-iso-countries.
      'node_modules/diacritics',
      'node_modules/i18n-iso-countries',
      'node_modules/libphonenumber-js',
      'node_modules/segment-tiktok-destinations'
    ])
  })

  it('exports the definitions to an ES module', async () => {
    const folder = await create()
    await folder.install(packed().tarball)
    expect(await folder.runScript(join(HOSTS, 'import-all.mjs'))).toStrictEqual({
      slugs: expect.arrayContaining(['tiktok-conversions', 'actions-tiktok-offline-conversions']) as unknown,
      defaults: [true, true],
      named: ['Tiktok Conversions', 'TikTok Offline Conversions'],
      pixel: ['function', 'TikTok Pixel', 'actions-tiktok-pixel'],
      sandbox: 'function'
    })
  })

  describe.each([
    { title: 'into an empty folder', manifest: {} },
    { title: 'next to the newest fast-uri', manifest: { dependencies: { 'fast-uri': 'latest' } } }
  ])('$title', ({ manifest }) => {
    let folder: Folder

    beforeAll(async () => {
      folder = await create(manifest)
      await folder.install()
      await folder.install(packed().tarball)
    })

    it('installs a fast-uri newer than 3.1.5, which has security advisories', async () => {
      expect((await folder.installed()).get('node_modules/fast-uri')).toMatch(
        /^(?:3\.1\.(?:[6-9]|\d\d)|3\.[2-9]|[4-9])/
      )
    })

    it.each(['send-with-connect.cjs', 'send-with-connect.mjs'])('%s sends an event', async (script) => {
      expect(await folder.runScript(join(HOSTS, script))).toStrictEqual(SENT)
    })
  })

  describe.each(['5.5', '6'])('compiled by TypeScript %s', (version) => {
    let folder: Folder

    beforeAll(async () => {
      folder = await create()
      await folder.install(packed().tarball, `typescript@${version}`, '@types/node@20')
      const source = await readFile(join(HOSTS, 'send-with-connect.ts'), 'utf8')
      await folder.write('send.mts', source)
      await folder.write('send.cts', source)
    })

    const compile = (source: string, ...options: string[]) =>
      folder.run(
        process.execPath,
        ...[join('node_modules', 'typescript', 'bin', 'tsc'), '--strict', '--target', 'es2022', '--types', 'node'],
        ...['--outDir', 'out', ...options, source]
      )

    it.each([
      { resolution: 'node16', module: 'node16', source: 'send.cts' },
      { resolution: 'node16', module: 'node16', source: 'send.mts' },
      { resolution: 'nodenext', module: 'nodenext', source: 'send.cts' },
      { resolution: 'nodenext', module: 'nodenext', source: 'send.mts' },
      { resolution: 'bundler', module: 'esnext', source: 'send.mts' }
    ])('$source sends an event, with the resolution $resolution', async ({ resolution, module, source }) => {
      await compile(source, '--skipLibCheck', '--module', module, '--moduleResolution', resolution)
      const printed = await folder.run(process.execPath, join('out', source.replace('ts', 'js')))
      expect(JSON.parse(printed)).toStrictEqual({ ...SENT, isSame: true, types: ['function', 'function', 'boolean'] })
    })

    it('the example of the README is an ES module too, with the strict options of `tsc --init`', async () => {
      const example = blockOf('README.md', 'js').replaceAll(/^const (.+) = require\((.+)\)$/gm, 'import $1 from $2')
      await folder.write('example.mts', example)
      const strict = ['--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--verbatimModuleSyntax']
      await compile('example.mts', '--skipLibCheck', '--module', 'nodenext', ...strict)
      const printed = await folder.run(process.execPath, join('out', 'example.mjs'))
      expect(JSON.parse(printed)).toStrictEqual(JSON.parse(blockOf('README.md', 'json')))
    })

    it('needs the two packages of docs/installation.md if skipLibCheck is off', async () => {
      const errors = await compile('send.mts', '--module', 'nodenext').catch(
        (error: unknown) => (error as { stdout: string }).stdout
      )
      const missing = [...errors.matchAll(/Cannot find module '([^']+)'/g)].map(([, name]) => name)
      expect([...new Set(missing)].sort()).toStrictEqual(['@segment/analytics-next', 'json-schema'])
      expect(errors.match(/error/g)).toHaveLength(missing.length)

      const page = await readFile(join(__dirname, '../../docs/installation.md'), 'utf8')
      const [, packages = ''] = /`npm install --save-dev ([^`]+)`/.exec(page) ?? []
      await folder.install(...packages.split(' '))
      expect(await compile('send.mts', '--module', 'nodenext')).toBe('')
    })
  })
})
