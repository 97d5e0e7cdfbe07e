import { buildSync } from 'esbuild'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { captureClickIds, pixelScript, presets } from '../../local-site/pixel-destination'
import { standInScript } from '../../local-site/tiktok-stand-in/script'
import { describeInChromium } from '../browser/describe-in-chromium'
import { eventually } from '../browser/eventually'
import { blockOf } from './block-of'
import { createGuideFolder } from './guide-folder'

const GUIDE = 'docs/browser.md'
const UMD = join(dirname(require.resolve('@segment/analytics-next/package.json')), 'dist/umd')
const CDN = 'https://cdn.segment.com'
const SHOP = 'https://shop.example'
const LANDING = `${SHOP}/?ttclid=E.C.P.abc`
const TIKTOK = 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=YOUR_PIXEL_CODE&lib=ttq'

const plain = { integrations: { 'Segment.io': { apiKey: 'YOUR_WRITE_KEY', apiHost: 'api.segment.io/v1' } } }

/** What Segment's CDN serves for a source that has the destination. */
const withDestination = {
  ...plain,
  remotePlugins: [
    {
      name: 'TikTok Pixel',
      creationName: 'TikTok Pixel',
      libraryName: 'tiktok-pixelDestination',
      url: `${CDN}/next-integrations/actions/tiktok-pixel/1.js`,
      settings: { pixelCode: 'YOUR_PIXEL_CODE', subscriptions: [...presets, captureClickIds] }
    }
  ]
}

/** The files of the shop and of Segment's CDN, by their addresses. */
type Files = Record<string, string>

const SCRIPT = { [`${SHOP}/`]: blockOf(GUIDE, 'html script'), [`${SHOP}/tiktok-pixel.iife.js`]: pixelScript() }
const SEGMENT = {
  [`${SHOP}/`]: blockOf(GUIDE, 'html segment'),
  [`${CDN}/next-integrations/actions/tiktok-pixel/1.js`]: pixelScript()
}

/** Bundles app.js as the guide says. */
function bundle(app: string): string {
  const folder = createGuideFolder({ 'app.js': app }, ['@segment/analytics-next'])
  try {
    const options = { bundle: true, minify: true, write: false, logLevel: 'error' } as const
    const { outputFiles } = buildSync({ ...options, entryPoints: [join(folder.path, 'app.js')] })
    return outputFiles.map(({ text }) => text).join('\n')
  } finally {
    folder.remove()
  }
}

const bundled = (app: string): Files => ({
  [`${SHOP}/`]: blockOf(GUIDE, 'html bundled'),
  [`${SHOP}/bundle.js`]: bundle(app)
})

/** Answers requests to the shop, Segment and TikTok. Returns undefined for other requests. */
function answer(url: string, files: Files, settings: object): { type: string; body: string } | undefined {
  const file = files[url]
  if (file !== undefined) return { type: url.endsWith('.js') ? 'text/javascript' : 'text/html', body: file }
  if (url === TIKTOK) return { type: 'text/javascript', body: standInScript() }
  if (url === `${CDN}/v1/projects/YOUR_WRITE_KEY/settings`) {
    return { type: 'application/json', body: JSON.stringify(settings) }
  }
  if (url.startsWith('https://api.segment.io/v1/')) return { type: 'application/json', body: '{"success":true}' }
  const script =
    /^https:\/\/cdn\.segment\.com\/(?:analytics\.js\/v1\/YOUR_WRITE_KEY|analytics-next\/bundles)\/(.+)$/.exec(url)
  if (!script?.[1]) return undefined
  const name = script[1] === 'analytics.min.js' ? 'standalone.js' : basename(script[1])
  return { type: 'text/javascript', body: readFileSync(join(UMD, name), 'utf8') }
}

interface SegmentEvent {
  type: string
  event?: string
  messageId: string
  anonymousId: string
  integrations: Record<string, unknown>
}

/** Opens the shop's page. No request leaves the machine. */
async function open(page: Page, files: Files, settings: object) {
  const sent: SegmentEvent[] = []
  const others: string[] = []
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => problems.push(message.text()))
  await page.route('**/*', (route, request: Request) => {
    const url = request.url().replace(LANDING, `${SHOP}/`)
    if (url.startsWith('https://api.segment.io/')) sent.push(request.postDataJSON() as SegmentEvent)
    const found = answer(url, files, settings)
    if (found) {
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
      return route.fulfill({ contentType: `${found.type}; charset=utf-8`, body: found.body, headers })
    }
    if (!url.endsWith('/favicon.ico')) others.push(url)
    return route.abort()
  })
  await page.goto(LANDING)
  return { sent, others, problems }
}

describeInChromium(GUIDE, (browser) => {
  const app = blockOf(GUIDE, 'js app')
  // The guide says below its page what to leave out.
  const withoutMappings = app
    .replace('tiktokPixel, { destination }', 'tiktokPixel')
    .replace(/^const captureClickIds.*?^}\n^const pixel.*?^}\n/ms, '')
    .replace(/,\n +\{ updateCDNSettings.*?\n/, '\n')

  it('says what to leave out when the mappings come from Segment', () => {
    expect(withoutMappings).not.toMatch(/destination }|CDNSettings|\bpixel,|captureClickIds/)
  })

  test.each([
    ['npm and a bundler', () => bundled(app), plain, true],
    ['npm and a bundler, with the mappings of Segment', () => bundled(withoutMappings), withDestination, true],
    ['a script that you serve', () => SCRIPT, plain, false],
    ["a script that you serve, instead of Segment's", () => SCRIPT, withDestination, false],
    ['under Segment', () => SEGMENT, withDestination, true]
  ])('%s: the page reports its page view and the added product', async (_way, files, settings, hasAllMappings) => {
    const page = await browser().newPage()
    const { sent, others, problems } = await open(page, files(), settings)
    await page.waitForFunction(() => window.__tiktokCalls !== undefined)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.waitForFunction(() => window.__tiktokCalls?.some(({ args }) => args[0] === 'AddToCart'))
    await eventually(() => {
      expect(sent.map(({ type, event }) => event ?? type)).toStrictEqual(['page', 'Product Added'])
    })

    const [pageCall, added] = sent
    const calls = (await page.evaluate(() => window.__tiktokCalls ?? [])).map(({ method, args }) => [method, ...args])
    expect(calls).toStrictEqual([
      ['load', { limited_data_use: false }],
      // Without a mapping of page calls the Pixel reports the page view itself.
      ...(hasAllMappings ? [] : [['page']]),
      ['identify', { external_id: added?.anonymousId }],
      ...(hasAllMappings ? [['track', 'Pageview', {}, { event_id: pageCall?.messageId }]] : []),
      [
        'track',
        'AddToCart',
        {
          contents: [{ content_id: 'p1', content_name: 'Tent', price: 19.99, quantity: 1 }],
          content_type: 'product',
          currency: 'EUR',
          value: 19.99
        },
        { event_id: added?.messageId }
      ]
    ])
    const ids = { ttclid: 'E.C.P.abc', ttp: 'stand-in' }
    expect(added?.integrations['Tiktok Conversions']).toStrictEqual(hasAllMappings ? ids : undefined)
    expect({ others, problems }).toStrictEqual({ others: [], problems: [] })
    await page.close()
  })
})
