import type { Browser } from 'playwright-core'
import { browserTests, launchChromium } from '../../local-site/chromium'
import { builtFile } from '../support/built-file'

/**
 * A `describe` whose tests share one Chromium. Without Chromium it skips them with a message, except in CI, where the
 * launch and every test fail.
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
      // The script of the Pixel and the page of the sandbox are built.
      builtFile('index.js')
      browser = await launchChromium()
    })
    afterAll(() => browser?.close())
    body(() => {
      if (browser === undefined) throw new Error('Chromium has not started')
      return browser
    })
  })
}
