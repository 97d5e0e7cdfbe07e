import { buildSync } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pixelDestination } from '../../local-site/pixel-destination'
import { startSite, type Site } from '../../local-site/site'
import { standInScript } from '../../local-site/tiktok-stand-in/script'

const SHOP = join(__dirname, 'shop')
const JAVASCRIPT = 'text/javascript; charset=utf-8'

/**
 * Serves the shop on loopback: its page, analytics.js, our script as a remote plugin, a stand-in for TikTok's script,
 * and Segment's own addresses.
 * @param port a free one is taken for 0
 */
export function serveShop(port = 0): Promise<Site> {
  return startSite({
    port,
    pages: { '/': read('index.html') },
    files: {
      '/shop.css': { type: 'text/css; charset=utf-8', content: read('shop.css') },
      '/shop.js': { type: JAVASCRIPT, content: bundle('shop.ts') },
      '/service-worker.js': { type: JAVASCRIPT, content: read('service-worker.js') },
      '/tiktok-events.js': { type: JAVASCRIPT, content: standInScript() }
    },
    destinations: [pixelDestination({ pixelCode: 'DEMO_PIXEL' })]
  })
}

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
