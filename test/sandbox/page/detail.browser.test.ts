import type { Page } from 'playwright-core'
import { HASH } from '../post'
import { describePage } from './open-page'

const openNewest = async (page: Page) => {
  await page.locator('.rows .row').first().click()
  await page.locator('.detail').waitFor()
}
const verdict = (page: Page) => page.locator('.verdict-box').innerText()
const bodyLines = async (page: Page) =>
  (
    await page
      .getByRole('region', { name: /^Request body/ })
      .locator('> div')
      .allInnerTexts()
  ).map((line) => line.trim())

describePage('a selected event', (pageTest) => {
  test('shows its request with the hashes marked, its answer, and its match keys', async () => {
    await pageTest.send({ event_id: 'one', user: { email: [HASH], ttclid: 'E.C.P' } })
    const page = await pageTest.open()
    await openNewest(page)
    expect(await verdict(page)).toBe('Accepted, counted\n\nTikTok counts this event.')
    expect(await bodyLines(page)).toStrictEqual([
      '{',
      '"event_source": "web",',
      '"event_source_id": "SANDBOX_PIXEL",',
      '"data": [',
      '{',
      '"event": "Contact",',
      '"event_time": 1700000000,',
      '"user": {',
      '"email": [',
      `"${HASH}"`,
      '],',
      '"ttclid": "E.C.P"',
      '},',
      '"event_id": "one"',
      '}',
      ']',
      '}'
    ])
    expect(await page.locator('.json .hash').allInnerTexts()).toStrictEqual([`"${HASH}"`])
    expect(await page.getByRole('region', { name: 'Answer' }).innerText()).toContain('"message": "OK"')
    expect(await page.getByRole('list', { name: 'In this event' }).innerText()).toBe('Email\nClick ID')
    expect(await page.getByRole('list', { name: 'Missing from this event' }).innerText()).toBe(
      'Phone\nExternal ID\nFirst name\nLast name\nCity\nState\nPostal code\nCountry\nIP address\nUser agent\nCookie ID'
    )
  })

  test('says why the phone number may be missing and links to the reasons', async () => {
    await pageTest.send()
    const page = await pageTest.open()
    await openNewest(page)
    const why = page.locator('.why')
    expect(await why.innerText()).toMatch(/^Phone: The event had no phone number, or a number without a country\./)
    await page.getByRole('button', { name: 'Click ID' }).click()
    expect(await why.innerText()).toMatch(/^Click ID: Only a visit that began with a click on a TikTok ad/)
    await why.getByRole('link', { name: 'Try an event' }).click()
    await page.locator('main.try').waitFor()
  })

  test.each<[string, object, object, string, string, string[]]>([
    [
      'an unknown token',
      {},
      {},
      'other',
      'Refused: 40105\n\nAccess token is incorrect or has been revoked.\n\nThe sandbox does not know the token of this request.\n\nThe sandbox accepts sandbox-token.',
      []
    ],
    [
      'no token',
      {},
      {},
      '',
      'Refused: 40104\n\nAccess-Token is missing.\n\nThe request has no token.\n\nSend it in the header Access-Token. The sandbox accepts sandbox-token.',
      []
    ],
    [
      'a source without permission',
      {},
      { event_source_id: 'X' },
      'sandbox-token',
      'Refused: 40001\n\nNo permission to operate pixel code: X. You must be an admin or operator of this advertiser account.\n\nThe token of this request has no permission for the source X.\n\nSet event_source_id to a source of the token: sandbox-token has SANDBOX_PIXEL, SANDBOX_CRM, SANDBOX_OFFLINE.',
      []
    ],
    [
      'a readable email address',
      { user: { email: 'a@b.example' } },
      {},
      'sandbox-token',
      'Refused: 40002\n\nInvalid value for data.0.user.email: not a SHA-256 hash.\n\nNormalise the value, then send its SHA-256 as 64 lower-case hexadecimal digits.',
      ['"email": "a@b.example"']
    ]
  ])('that was refused for %s shows an explanation', async (_case, event, root, token, expected, invalid) => {
    await pageTest.send(event, root, token)
    const page = await pageTest.open()
    await openNewest(page)
    expect(await verdict(page)).toBe(expected)
    expect(await page.locator('.json .invalid').allInnerTexts()).toStrictEqual(invalid)
  })

  test('names the bad event of its request', async () => {
    const good = { event: 'Contact', event_time: 1700000000, event_id: 'good' }
    await pageTest.send({}, { data: [{ ...good, event_time: 'soon' }, good] })
    const page = await pageTest.open()
    await openNewest(page)
    expect(await verdict(page)).toContain(
      'Event 1 of this request is invalid, so TikTok refuses the whole request.\n\nCorrect data.0.event_time, or send that event separately.'
    )
    expect(await page.locator('.detail').innerText()).toContain(
      'Event 2 of 2 in its request. Only this event is shown.'
    )
    await page.locator('.rows .row').nth(1).click()
    expect(await page.locator('.json .invalid').allInnerTexts()).toStrictEqual(['"event_time": "soon",'])
  })

  test('lists its copies, and each can be selected', async () => {
    await pageTest.send({ event_id: 'one' })
    await pageTest.sendFromPixel({ event: 'Contact', event_id: 'one' })
    const page = await pageTest.open()
    await openNewest(page)
    expect(await verdict(page)).toMatch(/^Accepted, copy, merged/)
    await page.getByRole('button', { name: /from the server$/ }).click()
    expect(await verdict(page)).toMatch(/^Accepted, counted/)
    expect(await page.locator('.copies').innerText()).toMatch(/^\d\d:\d\d:\d\d from the browser copy, merged$/)
  })

  test('has no copy if the other event with its ID was refused', async () => {
    await pageTest.send({ event_id: 'one' }, {}, 'other')
    await pageTest.send({ event_id: 'one' })
    const page = await pageTest.open()
    await openNewest(page)
    await page
      .getByText('None: the list has no other accepted event with the same source ID, name and event ID one.')
      .waitFor()
  })

  test('is shown even if its body is not JSON or too large, or its connection is reset', async () => {
    const page = await pageTest.open()
    const post = (body: string) =>
      fetch(`${pageTest.sandbox.origin}/open_api/v1.3/event/track/`, { method: 'POST', body }).catch(() => undefined)
    await post('no JSON')
    await page.getByText('Request without events').waitFor()
    await openNewest(page)
    expect(await page.getByRole('region', { name: 'Request body' }).innerText()).toBe('no JSON')
    await post('x'.repeat(10_000_001))
    await page.getByText('Refused HTTP 413').waitFor()
    await openNewest(page)
    expect(await verdict(page)).toContain('The body is larger than 10 MB.')
    pageTest.sandbox.fail({ reset: true })
    await post('{}')
    await page.getByText('Refused reset').waitFor()
    await openNewest(page)
    expect(await verdict(page)).toContain('This answer comes from a fault that was set for the next requests.')
  })
})
