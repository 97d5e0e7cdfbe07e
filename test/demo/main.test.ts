import { main, expectedOutcomes } from '../../demo/main'

async function run(expected?: Parameters<typeof main>[1]): Promise<{ code: number; output: string }> {
  let output = ''
  const code = await main((text) => {
    output += text
  }, expected)
  return { code, output }
}

describe('the demo', () => {
  it('ends with every expected count', async () => {
    const { code, output } = await run()
    expect(output.split('\n').filter((line) => /^\d+ events = /.test(line))).toStrictEqual([
      '38 events = 33 delivered + 3 rejected + 2 not subscribed',
      '11 events = 8 delivered + 2 rejected + 1 not subscribed',
      expect.stringMatching(/^1000 events = 995 delivered \+ 5 rejected, in \d+ requests$/)
    ])
    expect(output).toMatch(/3 × 400 TikTok refused the event\.[^×]*\n +purchase-0042, purchase-0500, purchase-0977\n/)
    expect(output).toContain('All outcomes are as expected')
    expect(code).toBe(0)
  })

  it('shows the first body in full, without plain personal data', async () => {
    const { output } = await run()
    const [, body = ''] = /The first request in full\n=+\n(.*?\n})\n/s.exec(output) ?? []
    expect(JSON.parse(body)).toMatchObject({
      event_source: 'web',
      event_source_id: 'SANDBOX_PIXEL',
      partner_name: 'Segment',
      data: [{ event: 'ApplicationApproval', event_id: 'application-approved' }]
    })
    expect(output).not.toMatch(/(?<!ann)@example|sandbox-token/)
  })

  it('exits with 1 and names each difference', async () => {
    const web = { ...expectedOutcomes.web, 'cart-viewed': { outcome: 'delivered' } }
    const { code, output } = await run({ ...expectedOutcomes, web })
    expect(output).toMatch(/Outcomes that differ.*\n=+\ncart-viewed: not subscribed; expected: delivered\n$/)
    expect(code).toBe(1)
  })
})
