import type { Page } from 'playwright-core'
import { EVENT_TRACK_PATH } from '../../../src/sandbox'
import { bodyWith, HASH } from '../post'
import type { PageTest } from './open-page'

/** Creates an event with its own ID. */
export const event = (index: number) => ({
  event: index % 2 === 0 ? 'Contact' : 'AddToCart',
  event_time: 1700000000 + index,
  event_id: `event-${index}`,
  user: { email: HASH, ip: '203.0.113.7' },
  properties: { value: index, currency: 'EUR' }
})

/** Starts to count the page's frames, those that take more than 50 ms, and the rows in the document. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counts = { frames: 0, longFrames: 0, mostRows: 0 }
    Object.assign(window, { counts })
    let last = performance.now()
    const frame = (now: number): void => {
      counts.frames += 1
      if (now - last > 50) counts.longFrames += 1
      last = now
      counts.mostRows = Math.max(counts.mostRows, document.querySelectorAll('.rows .row').length)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}
const counted = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { counts: { frames: number; longFrames: number; mostRows: number } }).counts
  )

/** Sends events in one request. */
export async function sendAll({ sandbox }: PageTest, events: object[]): Promise<void> {
  await fetch(sandbox.origin + EVENT_TRACK_PATH, {
    method: 'POST',
    headers: { 'Access-Token': 'sandbox-token' },
    body: JSON.stringify(bodyWith({}, { data: events }))
  })
}

/**
 * Scrolls through 10,000 events. Checks that the document has few rows, that none is blank, and that the page says that
 * older events have left the list.
 * @param stops the number of positions in the list that are checked
 */
export async function scrollThrough10000(pageTest: PageTest, stops: number): Promise<void> {
  for (let sent = 0; sent < 10_500; sent += 500) {
    await sendAll(
      pageTest,
      Array.from({ length: 500 }, (_, index) => event(sent + index))
    )
  }
  const page = await pageTest.open()
  await page.getByText('The newest 10,000 of 10,500 events. Older ones are no longer listed.').waitFor()
  await watch(page)
  const seen = await page.evaluate(async (count) => {
    const list = document.querySelector('.list')
    const ids = new Set<string>()
    if (!list) return []
    for (let top = 0; top <= list.scrollHeight; top += list.scrollHeight / count) {
      list.scrollTop = top
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      const middle = document.elementsFromPoint(200, 600).find((element) => element.matches('.row'))
      ids.add(middle?.querySelector('.event small')?.textContent ?? 'blank')
    }
    return [...ids]
  }, stops)
  // Each stop showed different rows, and none of them was blank.
  expect(seen).not.toContain('blank')
  expect(seen.length).toBeGreaterThan(stops * 0.95)
  const { frames, longFrames, mostRows } = await counted(page)
  expect(mostRows).toBeLessThan(60)
  expect(longFrames).toBeLessThan(frames / 2)

  await page.getByRole('grid').focus()
  await page.keyboard.press('End')
  await page.locator('.rows').getByText('event-500', { exact: true }).waitFor()
}

/** Checks that the page stays responsive at 500 events a second: at most half of its frames take more than 50 ms. */
export async function stayResponsive(pageTest: PageTest, milliseconds: number): Promise<void> {
  const page = await pageTest.open()
  await sendAll(pageTest, [event(0)])
  await page.locator('.rows .row').waitFor()
  await watch(page)
  const start = performance.now()
  let sent = 0
  while (performance.now() - start < milliseconds) {
    await sendAll(
      pageTest,
      Array.from({ length: 10 }, () => event((sent += 1)))
    )
    const ahead = sent * 2 - (performance.now() - start)
    if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
  }
  await page.getByLabel('Filter by text').fill(`event-${sent}`)
  await page.locator('.rows').getByText(`event-${sent}`, { exact: true }).waitFor()
  const { frames, longFrames, mostRows } = await counted(page)
  expect(mostRows).toBeLessThan(60)
  expect(longFrames).toBeLessThan(frames / 2)
}
