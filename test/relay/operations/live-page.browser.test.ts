import { describeInChromium } from '../../browser/describe-in-chromium'
import { post, purchase } from '../support/post'
import { runRelay } from '../support/use-relay'

describeInChromium('the page of a relay', (browser) => {
  test("shows the relay's requests, without the functions that only the sandbox has", async () => {
    const running = await runRelay({ adminPassword: 'secret' })
    const httpCredentials = { username: 'admin', password: 'secret' }
    const context = await browser().newContext({ httpCredentials, viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
    const response = await page.goto(`${running.relay.origin}/#try`)
    if (response?.status() === 503) throw new Error(await response.text())
    await page.getByText('While this page is open, it shows what this relay sends').waitFor()
    expect(await page.getByRole('link').count()).toBe(0)

    const alice = { traits: { email: 'alice@shop.example' } }
    await post(running.relay.origin, '/v1/track', purchase('order-1', { context: alice }))
    running.sandbox.fail({ code: 40105 })
    await post(running.relay.origin, '/v1/track', purchase('order-2'))
    await page.locator('.rows').getByText('order-2').click()
    await page.getByText('TikTok did not accept the request.').waitFor()
    await page.locator('.rows').getByText('order-1').click()
    await page.getByText('Accepted, counted').waitFor()
    expect(await page.locator('.detail').innerText()).toContain('33da9a7f…')
    expect(await page.getByRole('button').allInnerTexts()).not.toContain('Clear')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    expect((await saved).suggestedFilename()).toBe('relay-events.ndjson')
    expect(await page.content()).not.toContain('alice')
    expect(problems).toStrictEqual([])

    await page.route('**/setup', (route) => route.fulfill({ status: 401 }))
    await page.reload()
    await page.getByText('This relay requires a password').waitFor()
    await context.close()
    await running.close()
  })
})
