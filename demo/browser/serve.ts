import { buildSync } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { captureClickIds, identifyCalls, pixelDestination, presets } from '../../local-site/pixel-destination'
import { startSite, type Site } from '../../local-site/site'
import type { Sandbox } from '../../src/sandbox'
import { standInScript } from '../../local-site/tiktok-stand-in/script'

import { PIXEL_CODE, startShopServer } from './report-to-sandbox'

const SHOP = join(__dirname, 'shop')
const JAVASCRIPT = 'text/javascript; charset=utf-8'

/** The shop and the sandbox that it reports to. */
export interface Shop extends Site {
  readonly sandbox: Sandbox
}

/**
 * Serves the shop on loopback: its page, analytics.js, this package's Pixel as a remote plugin, a stand-in for TikTok's
 * script, and Segment's own URLs. Requests from the browser and the server to TikTok go to a sandbox.
 * @param port 0 means any free port
 */
export async function serveShop(port = 0): Promise<Shop> {
  const { sandbox, report } = await startShopServer()
  const closeSandbox = (error: unknown) => sandbox.close().then(() => Promise.reject(error as Error))
  const site = await startSite({
    port,
    pages: { '/': read('index.html').replace('SANDBOX', `${sandbox.origin}/`) },
    files: {
      '/shop.css': { type: 'text/css; charset=utf-8', content: read('shop.css') },
      '/shop.js': { type: JAVASCRIPT, content: bundle('shop.ts') },
      '/service-worker.js': { type: JAVASCRIPT, content: read('service-worker.js') },
      '/tiktok-events.js': { type: JAVASCRIPT, content: standInScript() }
    },
    destinations: [pixelDestination({ pixelCode: PIXEL_CODE, consentMode: 'on' }, SUBSCRIPTIONS)],
    onSegmentCall: ({ body }) => void report(body)
  }).catch(closeSandbox)
  return {
    ...site,
    sandbox,
    close: async () => {
      await site.close()
      await sandbox.close()
    }
  }
}

const SUBSCRIPTIONS = [...presets, identifyCalls, captureClickIds]

function read(name: string): string {
  return readFileSync(join(SHOP, name), 'utf8')
}

function bundle(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(SHOP, name)],
    bundle: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    write: false
  })
  return outputFiles.map(({ text }) => text).join('\n')
}
