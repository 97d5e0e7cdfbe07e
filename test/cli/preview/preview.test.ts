import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../binary'
import { useFolder } from '../temp-folder'

const PURCHASES = join(__dirname, '../../../examples/cli/purchases.csv')
const folder = useFolder()

const preview = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(['preview', PURCHASES, '--event', 'Order Completed', ...args], { env })

interface Line {
  readonly line: number
  readonly error?: string
  readonly mappings?: readonly {
    readonly name: string
    readonly request?: { readonly data: readonly { event: string }[] }
  }[]
}

const jsonLines = (stdout: string): (Line & { readonly summary?: object })[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

describe('preview', () => {
  it('shows each event and a summary, without settings, within 100 columns and without colours', async () => {
    const { code, stdout, stderr } = await preview([])
    expect({ code, stderr }).toStrictEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('Line 2 · Order Completed · derived-')
    expect(stdout).toContain('  ✓ Complete Payment → CompletePayment\n')
    expect(stdout).toMatch(/ {6}✓ email +context\.traits\.email +ada\.lovelace@example\.com\n/)
    expect(stdout).toContain('  Events         8, of which 3 would be rejected\n  TikTok events  CompletePayment 5\n')
    expect(stdout).toContain('email        ████████████████░░░░  80 %\n')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(stdout).not.toContain('\u001b')
  })

  it('is as wide as COLUMNS says', async () => {
    const { stdout } = await preview([], { COLUMNS: '80' })
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('--json prints an object per event and one with the summary', async () => {
    const lines = jsonLines((await preview(['--json'])).stdout)
    expect(lines.map(({ line, error, mappings }) => [line, error, mappings?.map(({ name }) => name)])).toStrictEqual([
      ...[2, 3, 4, 5, 6, 7, 8].map((line) => [line, undefined, ['Complete Payment']]),
      [9, 'The cell in column products starts like JSON but is not JSON.', undefined],
      [undefined, undefined, undefined]
    ])
    expect(lines.at(-1)?.summary).toMatchObject({ events: 8, rejected: 3, tiktokEvents: { CompletePayment: 5 } })
  })

  it('--summary shows only the summary, --limit some events, --problems only events with problems', async () => {
    expect((await preview(['--summary'])).stdout).not.toContain('Line 2')
    const limited = (await preview(['--limit', '1'])).stdout
    expect([limited.includes('Line 2'), limited.includes('Line 3')]).toStrictEqual([true, false])
    const problems = jsonLines((await preview(['--problems', '--json'])).stdout).map(({ line }) => line)
    expect(problems).toStrictEqual(expect.arrayContaining([4, 5, 6, 9]))
  })

  it('--event-id shows one event or says that it was not found', async () => {
    const file = folder.write(
      'events.ndjson',
      ['a', 'b'].map((id) => `{"type":"track","event":"Signed Up","messageId":"${id}"}`).join('\n')
    )
    const { code, stdout } = await run(['preview', file, '--event-id', 'b'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Line 2 · Signed Up · b\n {2}✓ Complete Registration → CompleteRegistration\n/)
    const none = await run(['preview', file, '--event-id', 'c'])
    expect(none).toMatchObject({ code: 2, stderr: `error: ${file} has no event with the message ID c.\n` })
  })

  it('--redact shows no personal data', async () => {
    const { stdout } = await preview(['--redact'])
    expect(stdout).not.toMatch(/lovelace@|Hopper@|23456789|\bAda\b/)
    expect(stdout).not.toMatch(/[0-9a-f]{64}/)
  })

  it('names the nearest subscription for an event that none matches, and exits with 2 if no event matches', async () => {
    const file = folder.write('typo.ndjson', '{"type":"track","event":"Order Complete","messageId":"a"}')
    const { code, stdout } = await run(['preview', file])
    expect(code).toBe(2)
    expect(stdout).toContain(
      'No subscription matches this event. The nearest subscriptions:\n    Complete Payment: event is "Order Complete"'
    )
  })

  it('exits with 1 if all events would be rejected, like send', async () => {
    const file = folder.write('future.ndjson', '{"type":"track","event":"Order Completed","timestamp":"Tomato 5"}')
    const { code, stdout } = await run(['preview', file])
    expect(code).toBe(1)
    expect(stdout).toContain('  Events         1, of which 1 would be rejected\n')
  })

  it('tells a match key that the mapping lacks from one that the event lacks', async () => {
    const mapping = folder.write(
      'mapping.json',
      JSON.stringify([
        {
          name: 'All',
          subscribe: 'type = "track"',
          partnerAction: 'reportOfflineEvent',
          mapping: {
            event: 'Purchase',
            email_addresses: [{ '@path': '$.properties.mail' }, { '@path': '$.context.traits.email' }],
            external_ids: { '@path': '$.userId' }
          }
        }
      ])
    )
    const traits = { email: 'ada@example.com', phone: '+4915112345678' }
    const file = folder.write('lists.ndjson', JSON.stringify({ type: 'track', event: 'A', context: { traits } }))
    const { stdout } = await run(['preview', file, '--destination', 'offline', '--mapping', mapping])
    expect(stdout).toContain(
      '      – not in the event: external id\n' +
        '      – not in the mapping: phone, click id, ttp cookie, IP address, user agent\n'
    )
    expect(stdout).toContain('  email        ████████████████████ 100 %\n')
    expect(stdout).toContain(
      '  phone        ░░░░░░░░░░░░░░░░░░░░   0 %\n' +
        '               1: The mapping does not contain this field. If the event has a value for it, map it.\n'
    )
  })

  it('shows no remedy for findings that are counted together', async () => {
    const events = Array.from({ length: 202 }, (_, index) => `{"type":"track","event":"Name ${index}"}`)
    const { stdout } = await run(['preview', folder.write('names.ndjson', events.join('\n')), '--summary'])
    expect(stdout).toContain('  2 × Other reasons.\n')
  })

  it('uses colours if they are forced, and none with NO_COLOR', async () => {
    expect((await preview(['--summary'], { FORCE_COLOR: '1' })).stdout).toContain('\u001b[')
    expect((await preview(['--summary'], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001b[')
  })

  it('does not write terminal control characters from the input', async () => {
    const file = folder.write(
      'odd.ndjson',
      JSON.stringify({ type: 'track', event: 'A\u001b[2J\u0007', messageId: 'a\u001b' })
    )
    const { stdout } = await run(['preview', file])
    expect(stdout).toContain('A\ufffd[2J\ufffd')
    expect(stdout).not.toContain('\u001b')
  })

  it('reads standard input and ends quietly when its output is closed', async () => {
    const input = readFileSync(PURCHASES, 'utf8')
    expect((await run(['preview', '-', '--event', 'Order Completed', '--summary'], { input })).stdout).toContain(
      'standard input'
    )
    const { code } = await run([], {
      prefix: ['bash', '-c', `"$@" preview ${PURCHASES} --event "Order Completed" | head -1`, '-']
    })
    expect(code).toBe(0)
  })
})
