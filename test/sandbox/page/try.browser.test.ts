import { startSandbox } from '../../../src/sandbox'
import { describeInChromium } from '../../browser/describe-in-chromium'
import { describePage } from './open-page'
import { WITHOUT_ANIMATIONS, violations } from './violations'

describePage('Try an event', (pageTest) => {
  const open = () => pageTest.open({ path: '/#try' })

  test('shows while the user types why a phone number is left out and how to fix it', async () => {
    const page = await open()
    await page.getByLabel('Example').selectOption('A phone number without a country')
    const phone = page.getByRole('row', { name: /^phone_number/ })
    await phone.getByText('left out').waitFor()
    expect(await phone.innerText()).toMatch(/calling code/)
    await page.getByLabel('Default Phone Country').fill('US')
    await phone.locator('.sent').waitFor()
    expect(await phone.locator('.sent').innerText()).toMatch(/^[0-9a-f]{64}$/)
    await page.getByLabel('Segment event as JSON').fill('{')
    await page.getByText('The event is not valid JSON.').waitFor()
    await page.locator('.cm-lint-marker-error').waitFor()
  })

  test('sends the request that it shows, and Live lists the request', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Send to the sandbox' }).click()
    await page.getByText('Sent 1 request. The sandbox answered: 0 OK').waitFor()
    expect(pageTest.sandbox.accepted.map(({ data }) => data.event)).toStrictEqual(['CompletePayment'])
    await page.getByRole('link', { name: 'See it under Live' }).click()
    await page.locator('.rows').getByText('CompletePayment').waitFor()
  })

  test('shows the nearest triggers for an event that no mapping matches, and sends nothing', async () => {
    const page = await open()
    await page.getByLabel('Example').selectOption('An event that no mapping matches')
    await page.getByText('No mapping matches this event.').waitFor()
    await page.getByRole('heading', { name: 'The nearest triggers' }).waitFor()
    expect(await page.getByRole('button', { name: 'Send to the sandbox' }).isDisabled()).toBe(true)
  })

  test('uses a custom mapping instead of the presets', async () => {
    const page = await open()
    await page.locator('.mapping select').selectOption({ label: 'Complete Payment' })
    await page.getByLabel('Mapping as JSON').fill('[]')
    await page.getByText('No mapping matches this event.').waitFor()
  })

  test('the link contains the input in its fragment, without the access token', async () => {
    const page = await open()
    await page
      .getByText('The link contains what you typed, including personal data, but not the access token.')
      .waitFor()
    await page.getByLabel('Access Token').fill('very-secret-token')
    await page.getByLabel('Pixel Code').fill('MY_PIXEL')
    await page.getByRole('button', { name: 'Link to this event' }).click()
    await page.waitForFunction(() => location.hash.startsWith('#try='))
    const url = page.url()
    const packed = Buffer.from(url.split('#try=')[1] ?? '', 'base64url')
    const { inflateRawSync } = await import('node:zlib')
    const json = inflateRawSync(packed).toString()
    expect(json).toContain('MY_PIXEL')
    expect(json).not.toContain('very-secret-token')
    expect(json).not.toContain('accessToken')

    const other = await pageTest.open({ path: new URL(url).pathname + new URL(url).hash })
    await other.locator('.mapping-result').first().waitFor()
    expect(await other.getByLabel('Pixel Code').inputValue()).toBe('MY_PIXEL')
    expect(await other.getByLabel('Access Token').inputValue()).toBe('sandbox-token')
  })

  test('axe-core finds nothing in both themes, and the document is as large as the window', async () => {
    const page = await pageTest.open({ path: '/#try', ...WITHOUT_ANIMATIONS })
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.locator('.mapping-result').first().waitFor()
      expect(await violations(page)).toStrictEqual([])
      const { scrollWidth, scrollHeight } = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return { scrollWidth, scrollHeight }
      })
      expect({ scrollWidth, scrollHeight }).toStrictEqual({ scrollWidth: width, scrollHeight: 900 })
    }
  })
})

describeInChromium('Try an event in a sandbox with its own token and source', (browser) => {
  test('sends with them, also from a link', async () => {
    const sandbox = await startSandbox({ tokens: { 'own-token': ['MY_PIXEL'] } })
    const page = await browser().newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${sandbox.origin}/#try`)
    await page.getByRole('button', { name: 'Link to this event' }).click()
    await page.waitForFunction(() => location.hash.startsWith('#try='))
    await page.reload()
    await page.getByLabel('Pixel Code').waitFor()
    expect(await page.getByLabel('Access Token').inputValue()).toBe('own-token')
    expect(await page.getByLabel('Pixel Code').inputValue()).toBe('MY_PIXEL')
    await page.getByRole('button', { name: 'Send to the sandbox' }).click()
    await page.getByText('Sent 1 request. The sandbox answered: 0 OK').waitFor()
    await page.close()
    await sandbox.close()
  })
})
