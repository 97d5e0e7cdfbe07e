import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { EVENT_TRACK_PATH, PIXEL_EVENT_PATH, type Sandbox } from '../../../src/sandbox'
import { describeInChromium } from '../../browser/describe-in-chromium'
import { useSandbox } from '../../support/use-sandbox'
import { bodyWith, HASH } from '../post'

/** The functions and the sandbox for a test of the page. */
export interface PageTest {
  readonly sandbox: Sandbox
  /** Opens the page and waits until it is connected to the stream. */
  open(options?: BrowserContextOptions & { path?: string }): Promise<Page>
  /** Sends one event over the Events API. */
  send(event?: object, root?: object, token?: string): Promise<void>
  /** Sends an event as the Pixel does. */
  sendFromPixel(event: object): Promise<void>
}

/**
 * A `describe` whose tests open the page of a sandbox in Chromium. After each test the page must have reported no error,
 * which includes violations of its Content-Security-Policy, and must have sent requests only to the sandbox.
 */
export function describePage(name: string, body: (test: PageTest) => void): void {
  describeInChromium(name, (browser: () => Browser) => {
    const running = useSandbox()
    const problems: string[] = []
    const closing: (() => Promise<void>)[] = []

    afterEach(async () => {
      for (const close of closing.splice(0)) await close()
      expect(problems.splice(0)).toStrictEqual([])
    })

    const open: PageTest['open'] = async ({ path = '/', ...options } = {}) => {
      const context = await browser().newContext({ viewport: { width: 1440, height: 900 }, ...options })
      closing.push(() => context.close())
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
      })
      page.on('request', (request) => {
        const isOwn = /^(?:data|blob):/.test(request.url()) || new URL(request.url()).origin === running.sandbox.origin
        if (!isOwn) problems.push(`asked ${request.url()}`)
      })
      const response = await page.goto(running.sandbox.origin + path)
      if (response?.status() === 503) throw new Error(await response.text())
      await page.locator('.connection.open').waitFor()
      return page
    }
    const post = async (path: string, sent: unknown, headers: Record<string, string>) => {
      await fetch(running.sandbox.origin + path, { method: 'POST', headers, body: JSON.stringify(sent) })
    }

    body({
      get sandbox() {
        return running.sandbox
      },
      open,
      send: (event = {}, root = {}, token = 'sandbox-token') =>
        post(EVENT_TRACK_PATH, bodyWith({ user: { email: HASH }, ...event }, root), { 'Access-Token': token }),
      sendFromPixel: (event) => post(PIXEL_EVENT_PATH, { pixel_code: 'SANDBOX_PIXEL', ...event }, {})
    })
  })
}

/** The texts of the listed rows, cell by cell, newest first. */
export async function listedRows(page: Page): Promise<string[][]> {
  const rows = await page.locator('.rows .row').all()
  return Promise.all(rows.map((row) => row.locator('.cell').allInnerTexts()))
}
