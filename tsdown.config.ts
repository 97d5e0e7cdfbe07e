import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createRollupLicensePlugin } from 'rollup-license-plugin'
import { defineConfig, type Rolldown, type UserConfig } from 'tsdown'

const pixel = 'src/destinations/tiktok-pixel'

/** The plugin and the definition are separate files, so that a bundler can leave out the one that is not imported. */
const pixelEntries = {
  'tiktok-pixel': `${pixel}/npm-entry.ts`,
  'tiktok-pixel.plugin': `${pixel}/plugin.ts`,
  'tiktok-pixel.definition': `${pixel}/index.ts`
}

/** Lists the packages that are bundled into a build's files, with their licences, as those licences ask for. */
const thirdPartyNotices = (fileName: string): Rolldown.Plugin =>
  createRollupLicensePlugin({
    outputFilename: false,
    additionalFiles: {
      [fileName]: (packages) =>
        packages
          .map(({ name, version, license, licenseText }) => {
            const text = (licenseText as string | null) ?? 'The package holds no licence text.'
            return `${name} ${version}: ${license}\n\n${text.trim()}\n`
          })
          .sort()
          .join(`\n${'-'.repeat(80)}\n\n`)
    },
    // Segment publishes it, as a part of its open-source packages, without naming a licence.
    licenseOverrides: { '@segment/fql-ts': 'LicenseRef-not-stated' }
  }) as Rolldown.Plugin

/** Writes the files that the page of the sandbox has besides its script. */
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
  plugins: [thirdPartyNotices('third-party-notices.node.txt')],
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

/** The command line, with everything in it that a production install of the library does not bring. */
const commandLine: UserConfig = {
  entry: { cli: 'src/cli/index.ts' },
  plugins: [
    thirdPartyNotices('third-party-notices.cli.txt'),
    {
      // Of its CommonJS files rolldown makes `const require_types = require_types()`, which throws.
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
  // One file: chunks that are shared with lazily loaded modules would require the file that requires them.
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

/** One script that contains everything, for Segment's CDN and for pages without a bundler. */
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

/** Our own part of the script, without Segment's runtime. It is built for the size limit only and not published. */
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
