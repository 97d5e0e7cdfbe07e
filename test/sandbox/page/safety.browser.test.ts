import { startSandbox } from '../../../src/sandbox'
import { describeInChromium } from '../../browser/describe-in-chromium'
import { describePage } from './open-page'

const HOSTILE = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>"\'&lt;'

describePage('a received event', (pageTest) => {
  test('is shown as text, never as HTML', async () => {
    const page = await pageTest.open()
    const title = await page.title()
    await pageTest.send({
      event: HOSTILE,
      event_id: HOSTILE,
      user: { [HOSTILE]: HOSTILE, email: HOSTILE },
      properties: { currency: HOSTILE, value: 1 }
    })
    await pageTest.sendFromPixel({ event: HOSTILE, pixel_code: HOSTILE })
    await page.locator('.rows .row').nth(1).waitFor()
    for (const row of await page.locator('.rows .row').all()) {
      expect(await row.locator('b').first().innerText()).toBe(HOSTILE)
      await row.click()
      expect(await page.locator('.detail h2').innerText()).toBe(HOSTILE)
    }
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.title()).toBe(title)
  })

  test('is shown regardless of its size and type', async () => {
    const page = await pageTest.open()
    await pageTest.send({ event: 'x'.repeat(70_000) })
    await pageTest.send({ event_id: { toString: 1 }, event: 5, properties: { value: 'a', currency: {} } })
    const deep = JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown
    await pageTest.send({ event: 'Deep', deep })
    await pageTest.send({ event: 'Root' }, { unknown: 'x'.repeat(70_000) })
    await page.locator('.rows').getByText('Deep').waitFor()
    await page.getByText('Large event').click()
    await page.getByText(/^Only the beginning of 70,\d+ characters\. GET \/requests returns all of them\.$/).waitFor()
    await page.locator('.rows').getByText('Deep').click()
    await page.getByText('[…]').first().waitFor()
    await page.locator('.rows').getByText('Root').click()
    await page.getByText(/^The request has 70,\d+ more characters, which are left out here\.$/).waitFor()
  })
})

describeInChromium('a page that another machine can reach', (browser) => {
  test('asks for the token and keeps it while the tab is open', async () => {
    const sandbox = await startSandbox({ host: '0.0.0.0', tokens: { 'own-token': ['P'] } })
    const page = await browser().newPage()
    await page.goto(sandbox.origin)
    await page.getByText('This sandbox requires a token').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.getByLabel('Token').fill('wrong')
    await page.getByRole('button', { name: 'Show the events' }).click()
    await page.getByText('Token needed').waitFor()
    expect(await page.getByRole('alert').innerText()).toBe('This sandbox has no such token.')
    await page.getByLabel('Token').fill('own-token')
    await page.getByRole('button', { name: 'Show the events' }).click()
    await page.getByText('Waiting for the first event').waitFor()
    await page.reload()
    await page.getByText('Waiting for the first event').waitFor()
    await page.close()
    await sandbox.close()
  })
})
