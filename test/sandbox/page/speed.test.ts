import type { Page } from 'playwright-core'
import { EVENT_TRACK_PATH } from '../../../src/sandbox'
import { bodyWith, HASH } from '../post'
import { describePage } from './open-page'

const event = (index: number) => ({
  event: index % 2 === 0 ? 'Contact' : 'AddToCart',
  event_time: 1700000000 + index,
  event_id: `event-${index}`,
  user: { email: HASH, ip: '203.0.113.7' },
  properties: { value: index, currency: 'EUR' }
})

/** Counts what happens in the page from now on: frames that took more than 50 ms, and rows in the document. */
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

describePage('many events', (test_) => {
  const send = (events: object[]) =>
    fetch(test_.sandbox.origin + EVENT_TRACK_PATH, {
      method: 'POST',
      headers: { 'Access-Token': 'sandbox-token' },
      body: JSON.stringify(bodyWith({}, { data: events }))
    })

  test('10,000 events need few rows in the document; older events leave the list, and the page says so', async () => {
    for (let sent = 0; sent < 10_500; sent += 500) {
      await send(Array.from({ length: 500 }, (_, index) => event(sent + index)))
    }
    const page = await test_.open()
    await page.getByText('The newest 10,000 of 10,500 events. Older ones are no longer listed.').waitFor()
    await watch(page)
    const seen = await page.evaluate(async () => {
      const list = document.querySelector('.list')
      const ids = new Set<string>()
      if (!list) return []
      for (let top = 0; top <= list.scrollHeight; top += list.scrollHeight / 200) {
        list.scrollTop = top
        await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        const middle = document.elementsFromPoint(200, 600).find((element) => element.matches('.row'))
        ids.add(middle?.querySelector('.event small')?.textContent ?? 'blank')
      }
      return [...ids]
    })
    // Each stop showed rows of its own, and none of them was blank.
    expect(seen).not.toContain('blank')
    expect(seen.length).toBeGreaterThan(190)
    const { frames, longFrames, mostRows } = await counted(page)
    expect(mostRows).toBeLessThan(60)
    expect(longFrames).toBeLessThan(frames / 2)

    await page.getByRole('grid').focus()
    await page.keyboard.press('End')
    await page.locator('.rows').getByText('event-500', { exact: true }).waitFor()
  })

  test('the rows in view stay where they are while newer events arrive', async () => {
    await send(Array.from({ length: 200 }, (_, index) => event(index)))
    const page = await test_.open()
    await page.locator('.rows .row').first().waitFor()
    await page.evaluate(() => {
      const list = document.querySelector('.list')
      if (list) list.scrollTop = 3_000
    })
    const row = page.locator('.rows').getByText('event-135', { exact: true })
    await row.waitFor()
    const before = await row.boundingBox()
    await send(Array.from({ length: 50 }, (_, index) => event(1_000 + index)))
    await page.locator('.totals').getByText('250').first().waitFor()
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(await row.boundingBox()).toStrictEqual(before)
  })

  test('the page stays responsive at 500 events a second', async () => {
    const page = await test_.open()
    await send([event(0)])
    await page.locator('.rows .row').waitFor()
    await watch(page)
    const start = performance.now()
    let sent = 0
    while (performance.now() - start < 4_000) {
      await send(Array.from({ length: 10 }, () => event((sent += 1))))
      const ahead = sent * 2 - (performance.now() - start)
      if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
    }
    await page.getByLabel('Filter by text').fill(`event-${sent}`)
    await page.locator('.rows').getByText(`event-${sent}`, { exact: true }).waitFor()
    const { frames, longFrames, mostRows } = await counted(page)
    expect(mostRows).toBeLessThan(60)
    expect(longFrames).toBeLessThan(frames / 2)
  })

  test('an idle page starts no timer, frame or request, and an idle sandbox starts no timer', async () => {
    const page = await test_.open()
    await send([event(0)])
    await page.locator('.rows .row').waitFor()
    await page.evaluate(() => {
      const calls: string[] = []
      Object.assign(window, { calls })
      const page = window as unknown as Record<string, (...args: unknown[]) => unknown>
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'fetch']) {
        const original = page[name]
        page[name] = (...args) => {
          calls.push(name)
          return original?.(...args)
        }
      }
    })
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    await new Promise((resolve) => setTimeout(resolve, 500))
    const before = timers()
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(timers()).toBeLessThanOrEqual(before)
    expect(await page.evaluate(() => (window as unknown as { calls: string[] }).calls)).toStrictEqual([])
  })
})
