import { join } from 'node:path'
import { useFolders } from './use-folders'

const SEND = join(__dirname, 'send-with-destination.cjs')
const IMPORT = join(__dirname, 'import-all.mjs')

const OVERRIDES = { '@segment/actions-core': { 'fast-uri': '3.1.5' } }

const ONE_EVENT = { accepted: [{ event: 'CompletePayment', event_id: 'packed-1' }], isSame: true }

describe('the packed package, installed with npm', () => {
  const { packed, create } = useFolders()

  it('brings its four dependencies, and nothing that only the sandbox or the command line needs', async () => {
    const folder = await create()
    // The host brings the peer dependencies: this leaves them out.
    await folder.install('--omit=dev', '--omit=peer', '--legacy-peer-deps', packed().tarball)
    const paths = [...(await folder.installed()).keys()].filter((path) => path !== '')
    expect(paths.sort()).toStrictEqual([
      'node_modules/dayjs',
      // A dependency of i18n-iso-countries.
      'node_modules/diacritics',
      'node_modules/i18n-iso-countries',
      'node_modules/libphonenumber-js',
      'node_modules/lodash',
      'node_modules/segment-tiktok-destinations'
    ])
  })

  it('works in an empty folder, required and imported', async () => {
    const folder = await create({ overrides: OVERRIDES })
    await folder.install(packed().tarball)
    expect(await folder.runScript(SEND)).toStrictEqual(ONE_EVENT)
    expect(await folder.runScript(IMPORT)).toStrictEqual({
      slugs: expect.arrayContaining(['tiktok-conversions', 'actions-tiktok-offline-conversions']) as unknown,
      defaults: [true, true],
      named: ['Tiktok Conversions', 'TikTok Offline Conversions'],
      pixel: ['function', 'TikTok Pixel', 'actions-tiktok-pixel'],
      sandbox: 'function'
    })
  })

  it('does not change the version of fast-uri that a project has', async () => {
    const folder = await create({ dependencies: { 'fast-uri': '^3.1.6' } })
    await folder.install()
    const before = (await folder.installed()).get('node_modules/fast-uri')
    await folder.install(packed().tarball)
    expect((await folder.installed()).get('node_modules/fast-uri')).toBe(before)
  })
})
