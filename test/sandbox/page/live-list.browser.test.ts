import { eventually } from '../../browser/eventually'
import { describePage, listedRows } from './open-page'

const TIME = expect.stringMatching(/^\d\d:\d\d:\d\d$/) as string

describePage('the list of the page', (pageTest) => {
  test('an empty page shows a command that works', async () => {
    const page = await pageTest.open()
    const line = await page.locator('.empty pre').innerText()
    const { origin } = pageTest.sandbox
    expect(line).toContain(`curl ${origin}/open_api/v1.3/event/track/`)
    const [, token = ''] = /-H 'Access-Token: (.*?)'/.exec(line) ?? []
    const [, body = ''] = /-d '(.*)'$/s.exec(line) ?? []
    await fetch(`${origin}/open_api/v1.3/event/track/`, { method: 'POST', headers: { 'Access-Token': token }, body })
    await page.locator('.rows .row').waitFor()
    expect(await listedRows(page)).toStrictEqual([
      [TIME, 'CompletePayment\norder-1', 'Web\nSANDBOX_PIXEL', '59.97 USD', 'Email', 'Accepted\nCounted']
    ])
  })

  test('events from the server and the Pixel arrive without a reload, newest first', async () => {
    const page = await pageTest.open()
    await pageTest.send({ event: 'AddToCart', event_id: 'a', properties: { value: 0.1 + 0.2, currency: 'EUR' } })
    await pageTest.sendFromPixel({ event: 'AddToCart', event_id: 'a', user: { phone_number: '+14155552671' } })
    await pageTest.send({ event: 'Contact', event_id: 'b' }, { test_event_code: 'T' })
    await pageTest.send({ event: 'Contact', user: { email: 'alice@example.com' } })
    await pageTest.send({}, {}, 'other')
    await page.locator('.rows .row').nth(4).waitFor()
    expect(await listedRows(page)).toStrictEqual([
      [
        TIME,
        'Contact\nno event ID',
        'Web\nSANDBOX_PIXEL',
        '',
        'Email',
        expect.stringMatching(/^Refused 40105\nAccess token/)
      ],
      [
        TIME,
        'Contact\nno event ID',
        'Web\nSANDBOX_PIXEL',
        '',
        'Email',
        expect.stringMatching(/^Refused 40002\nInvalid value/)
      ],
      [TIME, 'Contact\nb', 'Web\nSANDBOX_PIXEL', '', 'Email', 'Accepted\nTest event'],
      [TIME, 'AddToCart\na', 'Pixel\nSANDBOX_PIXEL', '', 'Phone', 'Accepted\nCopy, merged'],
      [TIME, 'AddToCart\na', 'Web\nSANDBOX_PIXEL', '0.3 EUR', 'Email', 'Accepted\nCounted']
    ])
    expect(await page.locator('.totals dd').allInnerTexts()).toStrictEqual(['5', '5', '3', '2', '1'])
    expect(await page.locator('.coverage .note').last().innerText()).toBe(
      '1 copy was not counted again. 1 event came from both browser and server.'
    )
    expect(await page.locator('.chart svg').getAttribute('aria-label')).toBe(
      'The last ten minutes: 3 accepted, 2 refused'
    )
  })

  test('a bar shows the coverage of each match key', async () => {
    const page = await pageTest.open()
    await pageTest.send()
    await pageTest.send({ user: {} })
    await page.locator('.rows .row').nth(1).waitFor()
    const coverage = Object.fromEntries(
      (await page.locator('.coverage li').allInnerTexts()).map((text) => text.split('\n')) as [string, string][]
    )
    expect(coverage).toMatchObject({ Email: '50 %', Phone: '0 %', 'Lead ID': '–' })
    const widths = await page.locator('.coverage .bar span').evaluateAll((bars) => bars.map((bar) => bar.style.width))
    expect(widths.slice(0, 2)).toStrictEqual(['50%', '0%'])
  })

  test('the filter narrows by text, event, source and verdict', async () => {
    const page = await pageTest.open()
    await pageTest.send({ event: 'AddToCart', event_id: 'one' })
    await pageTest.send({ event: 'Contact', event_id: 'two', properties: { order_id: 'Order-77' } })
    await pageTest.sendFromPixel({ event: 'Contact', event_id: 'two' })
    await pageTest.send({ event: 'Contact', event_id: 'three' }, {}, 'other')
    await page.locator('.rows .row').nth(3).waitFor()
    const ids = async () => (await listedRows(page)).map((row) => row[1]?.split('\n')[1])
    const choose = async (label: string, value: string) => {
      await page.getByLabel(label, { exact: true }).selectOption(value)
    }
    const expectIds = (expected: string[]) =>
      eventually(async () => {
        expect(await ids()).toStrictEqual(expected)
      })

    await choose('Event', 'Contact')
    await expectIds(['three', 'two', 'two'])
    await choose('Source', 'web')
    await expectIds(['three', 'two'])
    await choose('Verdict', 'refused')
    await expectIds(['three'])
    await choose('Verdict', 'accepted')
    await expectIds(['two'])
    expect(await page.locator('.listed').innerText()).toBe('1 of 4 match the filter.')
    await choose('Event', '')
    await choose('Source', '')
    await choose('Verdict', 'copy')
    await expectIds(['two'])
    await choose('Verdict', '')
    await page.getByLabel('Filter by text').fill(' order-77 ')
    await expectIds(['two'])
    await page.getByLabel('Filter by text').fill('nothing')
    await page.getByText('No event matches the filter.').waitFor()
  })

  test('pause stops the list, resume adds the events since then, and clear removes all', async () => {
    const page = await pageTest.open()
    await pageTest.send({ event_id: 'one' })
    await page.locator('.rows .row').waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await pageTest.send({ event_id: 'two' })
    await pageTest.send({ event_id: 'three' })
    await page.getByRole('button', { name: 'Resume (2 new)' }).waitFor()
    expect(await page.locator('.rows .row').count()).toBe(1)
    await page.getByText('Paused: 1 of 3 events listed.').waitFor()
    await page.getByRole('button', { name: 'Resume (2 new)' }).click()
    await page.locator('.rows .row').nth(2).waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('Waiting for the first event').waitFor()
    expect(pageTest.sandbox.requests).toStrictEqual([])
  })

  test('a request without events is not counted as an event', async () => {
    const page = await pageTest.open()
    await pageTest.send()
    await pageTest.send({}, { data: [] })
    await page.locator('.rows .row').nth(1).waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByText('Paused: 1 of 1 event listed.').waitFor()
  })

  test('the download contains the listed events, one JSON object per line', async () => {
    const page = await pageTest.open()
    await pageTest.send({ event: 'AddToCart', event_id: 'one' })
    await pageTest.send({ event: 'Contact' }, {}, 'other')
    await page.locator('.rows .row').nth(1).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk as Buffer)
    const lines = Buffer.concat(chunks).toString().trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toStrictEqual([
      {
        time: expect.any(String) as string,
        source: 'web',
        verdict: 'refused',
        answer: { status: 200, code: 40105, message: 'Access token is incorrect or has been revoked.' },
        request: { event_source: 'web', event_source_id: 'SANDBOX_PIXEL' },
        event: { event: 'Contact', event_time: 1700000000, user: { email: 'a'.repeat(64) } }
      },
      {
        time: expect.any(String) as string,
        source: 'web',
        verdict: 'accepted',
        fate: 'counted',
        answer: { status: 200, code: 0, message: 'OK' },
        request: { event_source: 'web', event_source_id: 'SANDBOX_PIXEL' },
        event: { event: 'AddToCart', event_time: 1700000000, event_id: 'one', user: { email: 'a'.repeat(64) } }
      }
    ])
  })

  test('the keys work: arrows, Home, End, Enter, / and Escape', async () => {
    const page = await pageTest.open()
    for (const event_id of ['one', 'two', 'three']) await pageTest.send({ event_id })
    await page.locator('.rows .row').nth(2).waitFor()
    const selected = async () => {
      const id = await page.getByRole('grid').getAttribute('aria-activedescendant')
      return id === null ? undefined : page.locator(`[id="${id}"] .event small`).innerText()
    }
    const press = async (key: string) => {
      await page.keyboard.press(key)
      await page.evaluate(() => new Promise(requestAnimationFrame))
      return selected()
    }
    await page.getByRole('grid').focus()
    expect(await selected()).toBeUndefined()
    expect(await press('ArrowDown')).toBe('three')
    expect(await press('ArrowDown')).toBe('two')
    expect(await press('End')).toBe('one')
    expect(await press('ArrowDown')).toBe('one')
    expect(await press('ArrowUp')).toBe('two')
    expect(await press('Home')).toBe('three')
    expect(await page.locator('.panel h2').innerText()).toBe('Contact')
    await page.keyboard.press('/')
    await page.keyboard.type('two/')
    expect(await page.getByLabel('Filter by text').inputValue()).toBe('two/')
    await page.keyboard.press('Backspace')
    expect(await press('Escape')).toBe('three')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
    expect(await press('Escape')).toBeUndefined()
    expect(await page.locator('.panel h2').first().innerText()).toBe('Settings to use')
  })

  test('on a narrow screen Enter opens an event, and Escape returns to the list', async () => {
    const page = await pageTest.open({ viewport: { width: 390, height: 844 } })
    await pageTest.send({ event_id: 'one' })
    await page.locator('.rows .row').waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('.panel').isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    await page.locator('.panel h2').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.rows .row').waitFor()
  })
})
