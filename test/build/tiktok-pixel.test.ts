import { buildSync } from 'esbuild'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { tiktokPixel } from '../../src'
import { pixelScript } from '../../local-site/pixel-destination'
import { builtFile } from '../support/built-file'

const ROOT = join(__dirname, '../..')

/** Every label and description in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    (key === 'label' || key === 'description') && typeof inner === 'string' ? [inner] : textsOf(inner)
  )
}
// Short texts are left out, because code may contain them by chance.
const texts = [...new Set(textsOf(tiktokPixel))].filter((text) => text.length > 12)

/** Texts that only the code of a library contains. */
const LIBRARIES = {
  'node:crypto': ['node:crypto'],
  'libphonenumber-js': ['INVALID_COUNTRY', 'nationalPrefixForParsing'],
  ajv: ['ajv', 'must NOT have additional properties'],
  dayjs: ['$isDayjsObject', 'Invalid Date'],
  'i18n-iso-countries': ['Afghanistan'],
  'the definition': ['Complete Payment', 'Order Completed']
}

/** Bundles a statement that imports from the build. */
function bundleOf(statement: string, platform: 'browser' | 'node' = 'browser'): string {
  const { outputFiles } = buildSync({
    stdin: { contents: statement, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    platform,
    logLevel: 'error',
    write: false
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

beforeAll(() => {
  builtFile('tiktok-pixel.mjs')
})

const bundles: [string, () => string][] = [
  ['the script', pixelScript],
  ['a bundle with the plugin', () => bundleOf("import plugin from './dist/tiktok-pixel.mjs'; console.log(plugin)")]
]

describe.each(bundles)('%s', (_name, content) => {
  test('contains no label and no description', () => {
    const bundle = content()
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((text) => bundle.includes(text))).toStrictEqual([])
  })

  test.each(Object.entries(LIBRARIES))('contains no code of %s', (_library, marks) => {
    const bundle = content()
    expect(marks.filter((mark) => bundle.includes(mark))).toStrictEqual([])
  })
})

test('a bundle for servers contains all these texts and libraries', () => {
  const bundle = bundleOf("import { destinations } from './dist/index.js'; console.log(destinations)", 'node')
  expect(texts.filter((text) => !bundle.includes(text.slice(0, 12)))).toStrictEqual([])
  expect(
    Object.values(LIBRARIES)
      .flat()
      .filter((mark) => !bundle.includes(mark))
  ).toStrictEqual([])
})

test('a bundle with the definition contains its labels', () => {
  const bundle = bundleOf("import { destination } from './dist/tiktok-pixel.mjs'; console.log(destination)")
  expect(bundle).toContain('label: "Pixel Code"')
})

test('the global of the script is the factory function itself', () => {
  const window: Record<string, unknown> = {}
  runInNewContext(pixelScript(), { window })
  expect(Object.keys(window)).toStrictEqual(['tiktok-pixelDestination'])
  expect(typeof window['tiktok-pixelDestination']).toBe('function')
  expect(window['tiktok-pixelDestination']).toHaveProperty('pluginName', 'TikTok Pixel')
})
