import { describePage } from './open-page'
import { event, scrollThrough10000, sendAll, stayResponsive } from './load'

describePage('many events', (pageTest) => {
  test('10,000 events need few rows in the document; older events leave the list, and the page says so', () =>
    scrollThrough10000(pageTest, 40))

  test('the page stays responsive at 500 events a second', () => stayResponsive(pageTest, 1_000))

  test('the rows in view stay where they are while newer events arrive', async () => {
    await sendAll(
      pageTest,
      Array.from({ length: 200 }, (_, index) => event(index))
    )
    const page = await pageTest.open()
    await page.locator('.rows .row').first().waitFor()
    await page.evaluate(() => {
      const list = document.querySelector('.list')
      if (list) list.scrollTop = 3_000
    })
    const row = page.locator('.rows').getByText('event-135', { exact: true })
    await row.waitFor()
    const before = await row.boundingBox()
    await sendAll(
      pageTest,
      Array.from({ length: 50 }, (_, index) => event(1_000 + index))
    )
    await page.locator('.totals').getByText('250').first().waitFor()
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(await row.boundingBox()).toStrictEqual(before)
  })

  test('an idle page starts no timer, frame or request, and an idle sandbox starts no timer', async () => {
    const page = await pageTest.open()
    await sendAll(pageTest, [event(0)])
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
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(timers()).toBeLessThanOrEqual(before)
    expect(await page.evaluate(() => (window as unknown as { calls: string[] }).calls)).toStrictEqual([])
  })
})
