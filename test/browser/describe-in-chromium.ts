import type { Browser } from 'playwright-core'
import { browserTests, launchChromium } from '../../local-site/chromium'

/**
 * A `describe` whose tests run in one Chromium. Where there is none it says so and skips them, except in CI: there the
 * launch fails, and every test with it.
 */
export function describeInChromium(name: string, body: (browser: () => Browser) => void): void {
  if (browserTests() === 'skip') {
    process.stderr.write(`\nSKIPPED, no Chromium found (name one in CHROMIUM_PATH): ${name}\n`)
    describe.skip(name, () => {
      body(() => {
        throw new Error('No Chromium')
      })
    })
    return
  }
  describe(name, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser?.close())
    body(() => {
      if (browser === undefined) throw new Error('Chromium has not started')
      return browser
    })
  })
}
