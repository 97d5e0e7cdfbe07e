import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describePage } from './open-page'

/** What axe-core finds wrong by WCAG 2.2 AA and its own best practices. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    return (await inPage.run()).violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
  })
  return found.map(({ id, at }) => `${id}: ${at.join(' ')}`)
}

describePage('axe-core finds nothing', (test_) => {
  const themes = ['light', 'dark'] as const
  const widths = [390, 768, 1440]
  describe.each(themes)('in the %s theme', (colorScheme) => {
    test.each(widths)('at %i px', async (width) => {
      const page = await test_.open({ colorScheme, viewport: { width, height: 900 } })
      expect(await violations(page)).toStrictEqual([])

      test_.sandbox.fail({ reset: true }, Infinity)
      await test_.send().catch(() => undefined)
      test_.sandbox.reset()
      await test_.send({ event_id: 'one' })
      await test_.sendFromPixel({ event: 'Contact', event_id: 'one' })
      await test_.send({}, { test_event_code: 'T' })
      await test_.send({ user: { email: 'a@b.example' } })
      await page.locator('.rows .row').nth(3).waitFor()
      expect(await violations(page)).toStrictEqual([])

      for (const verdict of ['Refused 40002', 'Copy, merged', 'Counted']) {
        await page.locator('.rows .row', { hasText: verdict }).click()
        await page.locator('.detail').waitFor()
        expect(await violations(page)).toStrictEqual([])
        await page.keyboard.press('Escape')
      }
      if (width < 1100) await page.getByRole('button', { name: 'Settings, faults' }).click()
      test_.sandbox.fail({ code: 40100 }, 3)
      await page.getByRole('list', { name: 'Faults that lie ahead' }).waitFor()
      expect(await violations(page)).toStrictEqual([])
    })
  })

  test.each(widths)('and nothing scrolls sideways at %i px', async (width) => {
    const page = await test_.open({ viewport: { width, height: 900 } })
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await widest()).toBe(width)
    await test_.send({ event: 'AVeryLongEventName'.repeat(20), event_id: 'id'.repeat(100) })
    await page.locator('.rows .row').click()
    await page.locator('.detail').waitFor()
    expect(await widest()).toBe(width)
  })
})
