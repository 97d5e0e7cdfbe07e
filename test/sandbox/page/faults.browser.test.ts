import { bodyWith } from '../post'
import { describePage } from './open-page'

describePage('faults', (pageTest) => {
  const send = async (): Promise<string> => {
    try {
      const response = await fetch(`${pageTest.sandbox.origin}/open_api/v1.3/event/track/`, {
        method: 'POST',
        headers: { 'Access-Token': 'sandbox-token' },
        body: JSON.stringify(bodyWith())
      })
      const text = await response.text()
      return `${response.status} ${/"code":(\d+)/.exec(text)?.[1] ?? text}`
    } catch {
      return 'reset'
    }
  }

  test.each([
    ['Rate limit (40100)', '200 40100'],
    ['Token refused (HTTP 401)', '401 40105'],
    ['No permission for the source (HTTP 403)', '403 40001'],
    ['Server error at TikTok (HTTP 500)', '500 50000'],
    ['HTML instead of JSON (HTTP 502)', '502 <html><body><h1>502 Bad Gateway</h1></body></html>'],
    ['Connection reset', 'reset']
  ])('%s applies to the next requests', async (label, expected) => {
    const page = await pageTest.open()
    await page.locator('.faults select').selectOption({ label })
    await page.getByLabel('Requests').fill('2')
    await page.getByRole('button', { name: 'Add' }).click()
    const pending = page.getByRole('list', { name: 'Pending faults' })
    await pending.getByText(`${label} for the next 2 requests`).waitFor()
    expect(await send()).toBe(expected)
    await pending.getByText(`${label} for the next request`).waitFor()
    expect(await send()).toBe(expected)
    await pending.waitFor({ state: 'detached' })
    expect(await send()).toBe('200 0')
  })

  test('a fault says that it follows the ones before it', async () => {
    pageTest.sandbox.fail({ code: 40100 }, 2)
    pageTest.sandbox.fail({ reset: true })
    pageTest.sandbox.fail({ status: 418 }, Infinity)
    const page = await pageTest.open()
    expect(
      await page.getByRole('list', { name: 'Pending faults' }).getByRole('listitem').allInnerTexts()
    ).toStrictEqual([
      'Rate limit (40100) for the next 2 requests',
      'Connection reset after that, for 1 request',
      'HTTP 418 after that, for all requests'
    ])
  })

  test('a delay applies, and a removed fault does not', async () => {
    const page = await pageTest.open()
    await page.locator('.faults select').selectOption({ label: 'Late answer' })
    await page.getByLabel('Seconds').fill('0.2')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByText('Answer after 0.2 s for the next request').waitFor()
    const start = performance.now()
    expect(await send()).toBe('200 0')
    expect(performance.now() - start).toBeGreaterThanOrEqual(190)
    pageTest.sandbox.fail(() => ({ code: 1 }), Infinity)
    await page.getByText('A function set by a test for all requests').waitFor()
    await page.getByRole('button', { name: 'Remove all' }).click()
    await page.getByText('A function set by a test').waitFor({ state: 'detached' })
    expect(await send()).toBe('200 0')
  })
})
