import { buildSync } from 'esbuild'
import { join } from 'node:path'

/** Bundles the stand-in for TikTok's events.js for a browser. */
export function standInScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'tiktok-events.ts')],
    bundle: true,
    format: 'iife',
    write: false
  })
  return outputFiles.map(({ text }) => text).join('\n')
}
