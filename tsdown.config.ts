import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { minify } from '@swc/core'
import { defineConfig, type UserConfig } from 'tsdown'

const pixel = 'src/destinations/tiktok-pixel'

/** The plugin and the definition lie in files of their own: bundlers leave out the one that nobody asks for. */
const pixelEntries = {
  'tiktok-pixel': `${pixel}/npm-entry.ts`,
  'tiktok-pixel.plugin': `${pixel}/plugin.ts`,
  'tiktok-pixel.definition': `${pixel}/index.ts`
}

/** For Node: CommonJS, .js and .d.ts, as the exports say. */
const server: UserConfig = {
  entry: {
    index: 'src/index.ts',
    'tiktok-conversions': 'src/destinations/tiktok-conversions/index.ts',
    'tiktok-offline-conversions': 'src/destinations/tiktok-offline-conversions/index.ts',
    ...pixelEntries,
    runtime: 'src/runtime/index.ts',
    sandbox: 'src/sandbox/index.ts'
  },
  format: 'cjs',
  platform: 'node',
  target: 'node20.12',
  dts: true,
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  outputOptions: {
    esModule: false,
    // With names beside the default: an ES module in Node imports `module.exports` as the default.
    footer: ({ exports }) =>
      exports.length > 1 && exports.includes('default')
        ? 'module.exports = Object.assign(exports.default, exports)'
        : ''
  }
}

const browser: UserConfig = { platform: 'browser', target: 'es2022', dts: false, clean: false }

/** A second minifier finds what the first one leaves: together they save a page half a kilobyte. */
const minifiedTwice = {
  name: 'minified-twice',
  writeBundle: async ({ dir = '' }: { dir?: string }, bundle: Readonly<Record<string, unknown>>) => {
    for (const file of Object.keys(bundle).map((name) => join(dir, name))) {
      const { code } = await minify(await readFile(file, 'utf8'), {
        module: file.endsWith('.mjs'),
        compress: { passes: 3, ecma: 2022 },
        mangle: { toplevel: true }
      })
      await writeFile(file, code)
    }
  }
}

/** For bundlers. */
const bundlers: UserConfig = {
  ...browser,
  entry: pixelEntries,
  format: 'esm',
  outExtensions: () => ({ js: '.mjs' })
}

/** One script with everything in it, for Segment's CDN and for pages without a bundler. */
const script: UserConfig = {
  ...browser,
  entry: { 'tiktok-pixel': `${pixel}/cdn-entry.ts` },
  format: 'iife',
  minify: true,
  deps: { alwaysBundle: [/^@segment\//, 'liquidjs'] },
  plugins: [
    minifiedTwice,
    {
      // A dependency of the runtime looks for the home directory, which a browser has not.
      name: 'without-os',
      resolveId: (id) => (id === 'os' ? '\0os' : undefined),
      load: (id) => (id === '\0os' ? 'export default {}' : undefined)
    }
  ]
}

/** The script without Segment's runtime: what we add to a page. Built to be weighed (.size-limit.json), not shipped. */
const ownPart: UserConfig = {
  ...browser,
  entry: { 'tiktok-pixel-own-part': `${pixel}/plugin.ts` },
  format: 'esm',
  minify: true,
  deps: { neverBundle: [/^@segment\//] },
  plugins: [minifiedTwice],
  outDir: 'node_modules/.cache',
  outExtensions: () => ({ js: '.mjs' })
}

const quiet: UserConfig = { checks: { pluginTimings: false, mixedExports: false } }

export default defineConfig([server, bundlers, script, ownPart].map((config) => ({ ...quiet, ...config })))
