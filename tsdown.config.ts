import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createRollupLicensePlugin } from 'rollup-license-plugin'
import { defineConfig, type Rolldown, type UserConfig } from 'tsdown'

const pixel = 'src/destinations/tiktok-pixel'

/** The plugin and the definition are separate files, so that a bundler can drop the one that is not imported. */
const pixelEntries = {
  'tiktok-pixel': `${pixel}/npm-entry.ts`,
  'tiktok-pixel.plugin': `${pixel}/plugin.ts`,
  'tiktok-pixel.definition': `${pixel}/index.ts`
}

/** Writes a file with the licences of the bundled packages, as those licences require. */
const thirdPartyNotices = (fileName: string): Rolldown.Plugin =>
  createRollupLicensePlugin({
    outputFilename: false,
    additionalFiles: {
      [fileName]: (packages) =>
        packages
          .map(({ name, version, license, licenseText }) => {
            const text = (licenseText as string | null) ?? 'The package does not contain a licence text.'
            return `${name} ${version}: ${license}\n\n${text.trim()}\n`
          })
          .sort()
          .join(`\n${'-'.repeat(80)}\n\n`)
    },
    // Segment publishes this package without a licence, together with its open-source packages.
    licenseOverrides: { '@segment/fql-ts': 'LicenseRef-not-stated' }
  }) as Rolldown.Plugin

/** Replaces imports such as `lodash/groupBy` with `lodash-es/groupBy.js`, which loads in half the time when bundled. */
const lodashAsEsModules: Rolldown.Plugin = {
  name: 'lodash-as-es-modules',
  resolveId: (id) =>
    id.startsWith('lodash/') ? resolve('node_modules/lodash-es', `${id.slice('lodash/'.length)}.js`) : undefined
}

/** Writes the files of the sandbox's page other than its script. */
function pageFiles(): Rolldown.Plugin {
  const page = 'src/sandbox/page'
  const font = 'node_modules/@fontsource-variable/inter'
  const style = ['base', 'layout', 'summary', 'list', 'panel', 'try']
  return {
    name: 'page-files',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array): void => {
        this.emitFile({ type: 'asset', fileName, source })
      }
      emit('index.html', readFileSync(`${page}/index.html`))
      emit('page.css', style.map((name) => readFileSync(`${page}/style/${name}.css`, 'utf8')).join('\n'))
      emit('inter.woff2', readFileSync(`${font}/files/inter-latin-wght-normal.woff2`))
      emit('inter-licence.txt', readFileSync(`${font}/LICENSE`))
    }
  }
}

/** The entries for Node in CommonJS, with type declarations. */
const server: UserConfig = {
  entry: {
    index: 'src/index.ts',
    'tiktok-conversions': 'src/destinations/tiktok-conversions/index.ts',
    'tiktok-offline-conversions': 'src/destinations/tiktok-offline-conversions/index.ts',
    ...pixelEntries,
    runtime: 'src/runtime/index.ts',
    sandbox: 'src/sandbox/index.ts'
  },
  plugins: [thirdPartyNotices('third-party-notices.node.txt'), lodashAsEsModules],
  format: 'cjs',
  platform: 'node',
  target: 'node20.12',
  dts: true,
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  outputOptions: {
    esModule: false,
    // ES modules in Node import `module.exports` as the default, so the default export becomes `module.exports`.
    footer: ({ exports }) =>
      exports.length > 1 && exports.includes('default')
        ? 'module.exports = Object.assign(exports.default, exports)'
        : ''
  }
}

/** The command line. It bundles the packages that are not dependencies of the library. */
const commandLine: UserConfig = {
  entry: { cli: 'src/cli/index.ts' },
  plugins: [
    thirdPartyNotices('third-party-notices.cli.txt'),
    lodashAsEsModules,
    {
      // rolldown turns the CommonJS files of this package into `const require_types = require_types()`, which throws.
      name: 'opentelemetry-as-es-module',
      resolveId: (id) =>
        id === '@opentelemetry/api' ? resolve('node_modules/@opentelemetry/api/dist/index.mjs') : undefined
    }
  ],
  format: 'cjs',
  platform: 'node',
  target: 'node20.12',
  dts: false,
  clean: false,
  // With several files, a file and the chunk that its lazily loaded modules share would require each other.
  outputOptions: { codeSplitting: false },
  outExtensions: () => ({ js: '.js' })
}

const browser: UserConfig = { platform: 'browser', target: 'es2022', dts: false, clean: false }

/** For bundlers. */
const bundlers: UserConfig = {
  ...browser,
  entry: pixelEntries,
  format: 'esm',
  plugins: [thirdPartyNotices('third-party-notices.bundlers.txt')],
  outExtensions: () => ({ js: '.mjs' })
}

/** One self-contained script, for Segment's CDN and for pages without a bundler. */
const script: UserConfig = {
  ...browser,
  entry: { 'tiktok-pixel': `${pixel}/cdn-entry.ts` },
  format: 'iife',
  minify: true,
  deps: { alwaysBundle: [/^@segment\//, 'liquidjs'] },
  plugins: [
    thirdPartyNotices('third-party-notices.iife.txt'),
    {
      // A dependency of the runtime imports `os`, which a browser does not have.
      name: 'without-os',
      resolveId: (id) => (id === 'os' ? '\0os' : undefined),
      load: (id) => (id === '\0os' ? 'export default {}' : undefined)
    }
  ]
}

/** Our own part of the script, without Segment's runtime. It is built only for the size limit and is not published. */
const ownPart: UserConfig = {
  ...browser,
  entry: { 'tiktok-pixel-own-part': `${pixel}/plugin.ts` },
  format: 'esm',
  minify: true,
  deps: { neverBundle: [/^@segment\//] },
  outDir: 'node_modules/.cache',
  outExtensions: () => ({ js: '.mjs' })
}

/** The page of the sandbox: one script, one style sheet, one font. */
const sandboxPage: UserConfig = {
  ...browser,
  entry: { page: 'src/sandbox/page/main.tsx' },
  format: 'esm',
  minify: true,
  outDir: 'dist/sandbox-page',
  outExtensions: () => ({ js: '.js' }),
  plugins: [thirdPartyNotices('third-party-notices.txt'), pageFiles()]
}

const quiet: UserConfig = { checks: { pluginTimings: false, mixedExports: false } }

const configs = [server, commandLine, bundlers, script, ownPart, sandboxPage]

export default defineConfig(configs.map((config) => ({ ...quiet, ...config })))
