import { main } from '../../demo/main'
import stated from '../../examples/expected.json'
import { tiktokConversions } from '../../src'

async function run(expected?: Parameters<typeof main>[1]): Promise<{ code: number; output: string }> {
  let output = ''
  const code = await main((text) => {
    output += text
  }, expected)
  return { code, output }
}

describe('the demo', () => {
  it('ends as stated, with every count', async () => {
    const { code, output } = await run()
    expect(output.split('\n').filter((line) => /^\d+ events = /.test(line))).toStrictEqual([
      '39 events = 33 delivered + 4 rejected + 2 not subscribed',
      '11 events = 8 delivered + 2 rejected + 1 not subscribed',
      expect.stringMatching(/^1000 events = 995 delivered \+ 5 rejected, in \d+ requests$/)
    ])
    expect(output).toMatch(/3 × 400 TikTok refused the event\..*\n +purchase-0042, purchase-0500, purchase-0977\n/)
    expect(output).toContain('Everything went as stated')
    expect(code).toBe(0)
  })

  it('shows the first body in full, and nobody in plain text', async () => {
    const { output } = await run()
    const [, body = ''] = /The first request in full\n=+\n(.*?\n})\n/s.exec(output) ?? []
    expect(JSON.parse(body)).toMatchObject({
      event_source: 'web',
      event_source_id: 'SANDBOX_PIXEL',
      partner_name: 'Segment',
      data: [{ event: 'Pageview', event_id: 'shop-01-page' }]
    })
    expect(output).not.toMatch(/@example|sandbox-token/)
  })

  it('exits with 1 and says what was not as stated', async () => {
    const events = { ...stated.events, 'shop-06-cart': { outcome: 'delivered' } }
    const { code, output } = await run({ ...stated, events })
    expect(output).toMatch(/Not as stated.*\n=+\nshop-06-cart: not subscribed; expected: delivered\n$/)
    expect(code).toBe(1)
  })
})

describe('the examples', () => {
  it('hold an event for every preset', () => {
    const sentAs = Object.values(stated.events).flatMap((event) => ('as' in event ? event.as : []))
    const wanted = (tiktokConversions.presets ?? []).map(({ mapping }) => mapping?.['event'])
    expect(sentAs).toStrictEqual(expect.arrayContaining(wanted))
  })
})
