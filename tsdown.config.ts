import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'tiktok-conversions': 'src/destinations/tiktok-conversions/index.ts',
    'tiktok-offline-conversions': 'src/destinations/tiktok-offline-conversions/index.ts',
    sandbox: 'src/sandbox/index.ts'
  },
  format: 'cjs',
  platform: 'node',
  target: 'node20.12',
  dts: true,
  clean: true,
  // The package is CommonJS: .js and .d.ts, as the exports say.
  outExtensions: () => ({ js: '.js', dts: '.d.ts' })
})
