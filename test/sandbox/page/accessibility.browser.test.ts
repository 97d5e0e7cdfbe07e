import { describePage } from './open-page'
import { WITHOUT_ANIMATIONS, violations } from './violations'

const WIDTHS = [390, 768, 1440]

describePage('axe-core finds nothing', (pageTest) => {
  test.each(WIDTHS)('at %i px, in both themes', async (width) => {
    const page = await pageTest.open({ ...WITHOUT_ANIMATIONS, viewport: { width, height: 900 } })
    expect(await violations(page)).toStrictEqual([])

    pageTest.sandbox.fail({ reset: true }, Infinity)
    await pageTest.send().catch(() => undefined)
    pageTest.sandbox.reset()
    await pageTest.send({ event_id: 'one' })
    await pageTest.sendFromPixel({ event: 'Contact', event_id: 'one' })
    await pageTest.send({}, { test_event_code: 'T' })
    await pageTest.send({ user: { email: 'a@b.example' } })
    await page.locator('.rows .row').nth(3).waitFor()
    expect(await violations(page)).toStrictEqual([])

    for (const verdict of ['Refused 40002', 'Copy, merged', 'Counted']) {
      await page.locator('.rows .row', { hasText: verdict }).click()
      await page.locator('.detail').waitFor()
      expect(await violations(page)).toStrictEqual([])
      await page.keyboard.press('Escape')
    }
    if (width < 1100) await page.getByRole('button', { name: 'Settings, faults' }).click()
    pageTest.sandbox.fail({ code: 40100 }, 3)
    await page.getByRole('list', { name: 'Pending faults' }).waitFor()
    expect(await violations(page)).toStrictEqual([])
  })

  test('with the pointer on the main button of Try an event', async () => {
    const page = await pageTest.open({ ...WITHOUT_ANIMATIONS, path: '/#try' })
    const button = page.getByRole('button', { name: 'Send to the sandbox' })
    await button.and(page.locator(':enabled')).hover()
    expect(await violations(page)).toStrictEqual([])
  })

  test('and the page does not scroll sideways', async () => {
    const page = await pageTest.open()
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth)
    const widestAtEach = async () => {
      const found: number[] = []
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        found.push(await widest())
      }
      return found
    }
    expect(await widestAtEach()).toStrictEqual(WIDTHS)
    await pageTest.send({ event: 'AVeryLongEventName'.repeat(20), event_id: 'id'.repeat(100) })
    await page.locator('.rows .row').click()
    await page.locator('.detail').waitFor()
    expect(await widestAtEach()).toStrictEqual(WIDTHS)
  })
})
