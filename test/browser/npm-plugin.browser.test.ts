import { buildSync } from 'esbuild'
import { join } from 'node:path'
import { WRITE_KEY } from '../../local-site/cdn-settings'
import { describeInChromium } from './describe-in-chromium'
import { pixelDestination } from '../../local-site/pixel-destination'
import { startSite, type Site } from '../../local-site/site'
import { startVisit, type Visit } from './visit'

/** The code of a page, bundled with analytics.js and the package's build for bundlers. */
function bundledApp(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        import { AnalyticsBrowser } from '@segment/analytics-next'
        import tiktokPixel from './dist/tiktok-pixel.mjs'
        const settings = { writeKey: '${WRITE_KEY}', cdnURL: location.origin, plugins: [tiktokPixel] }
        AnalyticsBrowser.load(settings).then(([analytics]) => { window.analytics = analytics })`,
      resolveDir: join(__dirname, '../..')
    },
    bundle: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    write: false
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

describeInChromium('the Pixel in a bundle', (browser) => {
  let site: Site
  let visit: Visit

  afterAll(async () => {
    await visit.close()
    await site.close()
  })

  test('works like the remote plugin, without loading its script', async () => {
    site = await startSite({
      pages: { '/': '<!doctype html><script>window.analytics = {}</script><script src="/app.js"></script>' },
      files: { '/app.js': { type: 'text/javascript', content: bundledApp() } },
      destinations: [{ ...pixelDestination(), script: "throw new Error('the script was loaded')" }]
    })
    visit = await startVisit(browser(), site)
    await visit.open('/')
    await visit.page.evaluate(() => window.analytics.track('Signed Up'))
    expect((await visit.tiktokCalls(3)).map(({ method, args }) => [method, args[0]])).toStrictEqual([
      ['load', { limited_data_use: false }],
      ['identify', { external_id: await visit.page.evaluate(() => window.analytics.user().anonymousId()) }],
      ['track', 'CompleteRegistration']
    ])
    expect(visit.pageErrors).toStrictEqual([])
  })
})
