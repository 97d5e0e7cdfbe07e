import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useSandbox } from '../support/use-sandbox'
import { SANDBOX_ENV } from './binary'
import { startOnTerminal, type TerminalOptions } from './on-terminal'
import { useFolder } from './temp-folder'

const PURCHASES = join(__dirname, '../../examples/cli/purchases.csv')
const QUESTION = 'Send all events of the file to Tiktok Conversions, SANDBOX_PIXEL? [y/N] '
const ESCAPE = '\u001b'
const COLOUR = `${ESCAPE}[3`
const STYLE = new RegExp(`${ESCAPE}\\[(\\d*)m`, 'g')

const folder = useFolder()
const running = useSandbox()

let file: string
let count = 0

beforeEach(() => {
  file = join(folder.path, `${(count += 1)}.ndjson`)
  const lines = Array.from({ length: 3000 }, (_, index) =>
    JSON.stringify({
      type: 'track',
      event: 'Order Completed',
      messageId: `event-${index}`,
      timestamp: '2026-11-20T10:00:00Z',
      context: { traits: { email: 'ada@example.com' } },
      properties: { value: 1, currency: 'EUR' }
    })
  )
  writeFileSync(file, lines.join('\n'))
})

const send = (args: readonly string[] = [], options?: TerminalOptions) =>
  startOnTerminal(['send', file, '--api', running.sandbox.origin, ...args], options)

describe('the question before a run', () => {
  it.each([
    ['n and Enter', 'n\r'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004']
  ])('%s: nothing is sent, and nothing is written', async (_, keys) => {
    const { screen, type, code } = send()
    await type(keys, QUESTION)
    expect(await code).toBe(0)
    expect(screen()).toContain(COLOUR)
    expect(screen()).toContain(`The first 1,000 events of ${file}`)
    expect(screen()).toMatch(/\nNothing was sent\.\r\n$/)
    expect(running.sandbox.requests).toHaveLength(0)
    expect([`${file}.state.json`, `${file}.state.json.lock`].filter((path) => existsSync(path))).toStrictEqual([])
  })

  it('y: the events are sent, and the result goes to standard output', async () => {
    const output = join(folder.path, 'output')
    const { screen, type, code } = send([], { output })
    await type('y\r', QUESTION)
    expect(await code).toBe(0)
    expect(running.sandbox.counted).toHaveLength(3000)
    expect(readFileSync(output, 'utf8')).toMatch(/^Delivered {2}3,000\n/)
    expect(screen()).not.toContain('Delivered  3,000')
  })

  it('says that only the first events are summarised, unless these are all', async () => {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, 1000)
    writeFileSync(file, lines.join('\n'))
    const { screen, type, code } = send()
    await type('n\r', QUESTION)
    expect(await code).toBe(0)
    expect(screen()).toContain(file)
    expect(screen()).toContain('  Events         1,000, of which 0 would be rejected')
    expect(screen()).not.toContain('The first')
  })

  it('speaks of the remaining events when a run is resumed', async () => {
    // At this rate the run would take half a minute.
    const stopped = send(['--yes', '--rate', '100'])
    await stopped.type('\u0003', '0 delivered')
    expect(await stopped.code).toBe(4)
    const { screen, type, code } = send(['--resume'])
    await type('n\r', 'Send the remaining events of the file to Tiktok Conversions, SANDBOX_PIXEL? [y/N] ')
    expect(await code).toBe(0)
    expect(screen()).toMatch(/\nNothing was sent\.\r\n$/)
  })

  it('is not asked with --yes', async () => {
    const { screen, code } = send(['--yes'])
    expect(await code).toBe(0)
    expect(screen()).not.toContain('[y/N]')
  })
})

describe('the progress bar', () => {
  const BAR = /[█░]{20} [\d,]+ delivered · \d+ rejected · [\d,]+ events\/s/
  const HIDE_CURSOR = '\u001b[?25l'
  const SHOW_CURSOR = '\u001b[?25h'
  const ERASE_LINE = '\u001b[2K'

  it('is drawn on one line of standard error, and erased before the result', async () => {
    const output = join(folder.path, 'output')
    running.sandbox.fail({ delay: 600 })
    const { screen, code } = send(['--yes', '--concurrency', '1'], { output })
    expect(await code).toBe(0)
    expect(screen()).toMatch(BAR)
    expect(screen()).not.toContain('\n')
    expect(screen().indexOf(HIDE_CURSOR)).toBeLessThan(screen().search(BAR))
    expect(screen().lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(screen().lastIndexOf('delivered'))
    expect(screen().endsWith(ERASE_LINE)).toBe(true)
    expect(readFileSync(output, 'utf8')).not.toContain('\u001b')
  })

  it('shows how much has been delivered, not how much has been read', async () => {
    running.sandbox.fail({ delay: 600 })
    const { screen, code } = send(['--yes', '--concurrency', '1'])
    expect(await code).toBe(0)
    expect(screen()).toContain(`${'░'.repeat(20)} 0 delivered`)
    expect(screen()).not.toContain('█ 0 delivered')
  })

  it('is also erased after Ctrl-C', async () => {
    // At this rate the run would take half a minute.
    const { screen, type, code } = send(['--yes', '--rate', '100'])
    await type('\u0003', '0 delivered')
    expect(await code).toBe(4)
    expect(screen()).toContain('Waiting for the open requests. Press Ctrl-C again to stop at once.')
    expect(screen().lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(screen().lastIndexOf(HIDE_CURSOR))
    expect(screen()).toContain(`${ERASE_LINE}Delivered  `)
  })

  it('shows the cursor again after a second Ctrl-C', async () => {
    running.sandbox.fail({ delay: 60_000 })
    const { screen, type, code } = send(['--yes', '--concurrency', '1'])
    await type('\u0003', '0 delivered')
    await type('\u0003', 'Press Ctrl-C again to stop at once.')
    expect(await code).toBe(4)
    expect(screen().lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(screen().lastIndexOf(HIDE_CURSOR))
  })

  it('has no colour with NO_COLOR', async () => {
    const { screen, type, code } = send([], { env: { ...SANDBOX_ENV, NO_COLOR: '1' } })
    await type('y\r', QUESTION)
    expect(await code).toBe(0)
    expect(screen()).toMatch(BAR)
    expect(screen()).not.toContain(COLOUR)
  })
})

/** The lines on the screen, without styles. */
const linesOf = (screen: string): string[] => screen.replace(STYLE, '').trimEnd().split(/\r?\n/)
const widest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length))

describe('styles', () => {
  /** Bold, red, green, magenta, and the codes that end them. */
  const READABLE = ['1', '22', '31', '32', '35', '39']
  const NO_MATCH = join(__dirname, '../../examples/cli/events.ndjson')

  it.each([
    ['preview', ['preview', PURCHASES, '--event', 'Order Completed'], 1],
    ['preview of an event that no subscription matches', ['preview', NO_MATCH], 0],
    ['check', ['check', '--sandbox'], 0],
    ['an error', ['preview', '--sumary'], 2]
  ])('%s uses only those that are readable on a light and a dark background', async (_, args, exitCode) => {
    const { screen, code } = startOnTerminal(args)
    expect(await code).toBe(exitCode)
    const used = new Set([...screen().matchAll(STYLE)].map(([, style]) => style))
    expect(used.size).toBeGreaterThan(0)
    expect([...used].filter((style = '') => !READABLE.includes(style))).toStrictEqual([])
  })

  it('are off on a dumb terminal', async () => {
    const { screen, code } = startOnTerminal(['check', '--sandbox'], { env: { TERM: 'dumb' } })
    expect(await code).toBe(0)
    expect(screen()).not.toContain(ESCAPE)
  })
})

describe('texts are wrapped between words', () => {
  it.each([
    [
      'an error in the command line',
      ['preview', 'purchases.csv', '--format', 'xml'],
      2,
      "error: option '--format <name>' argument 'xml' is invalid. Allowed choices are ndjson, json, csv."
    ],
    [
      'an error of a command',
      ['send', 'missing.csv'],
      2,
      'error: Tiktok Conversions needs TIKTOK_ACCESS_TOKEN. Set it in the environment or in the file passed to --settings.'
    ]
  ])('%s', async (_, args, exitCode, text) => {
    const { screen, code } = startOnTerminal(args, { columns: 80, env: {} })
    expect(await code).toBe(exitCode)
    const lines = linesOf(screen())
    expect(lines.join(' ')).toBe(text)
    expect(widest(lines)).toBeLessThanOrEqual(80)
  })

  it('a warning', async () => {
    const settings = folder.write('open.env', 'TIKTOK_ACCESS_TOKEN=sandbox-token\nTIKTOK_PIXEL_CODE=SANDBOX_PIXEL\n')
    chmodSync(settings, 0o644)
    const args = ['check', '--settings', settings, '--api', running.sandbox.origin]
    const { screen, code } = startOnTerminal(args, { columns: 60, env: {} })
    expect(await code).toBe(0)
    const lines = linesOf(screen())
    expect(lines.join(' ')).toContain(`which holds the access token. Run: chmod 600 ${settings}`)
    expect(widest(lines.filter((line) => !line.includes(settings)))).toBeLessThanOrEqual(60)
  })

  it("the end of a run, with TikTok's message", async () => {
    const { screen, code } = send(['--yes'], { columns: 80, env: { ...SANDBOX_ENV, TIKTOK_ACCESS_TOKEN: 'wrong' } })
    expect(await code).toBe(3)
    const lines = linesOf(screen().slice(screen().lastIndexOf('Stopped:')))
    const message = lines.slice(1, lines.indexOf(''))
    expect(message.join(' ')).toMatch(/^TikTok does not accept the access token\. .+ \(code 40105, request \d+\)$/)
    expect(widest(message)).toBeLessThanOrEqual(80)
  })

  it('the start of the sandbox', async () => {
    const { screen, type, code } = startOnTerminal(['sandbox', '--port', '0'], { columns: 80 })
    await type('\u0003', 'Ctrl-C stops it.')
    expect(await code).toBe(0)
    const lines = linesOf(screen())
    expect(lines).toContain('SANDBOX_OFFLINE')
    expect(widest(lines)).toBeLessThanOrEqual(80)
  })

  it('at 100 columns on a terminal that does not know its size', async () => {
    const { screen, code } = startOnTerminal(['preview'], { columns: 0, env: {} })
    expect(await code).toBe(2)
    expect(linesOf(screen())).toHaveLength(1)
  })
})

describe('preview', () => {
  it('fits the terminal of a pager', async () => {
    const output = join(folder.path, 'pager')
    const { code } = startOnTerminal(['preview', PURCHASES, '--event', 'Order Completed'], { columns: 80, output })
    expect(await code).toBe(1)
    expect(widest(readFileSync(output, 'utf8').split('\n'))).toBeLessThanOrEqual(80)
  })

  it.each([80, 140])('shows five events and the summary within %i columns', async (columns) => {
    const { screen, code } = startOnTerminal(['preview', PURCHASES, '--event', 'Order Completed'], {
      columns,
      env: { NO_COLOR: '1' }
    })
    expect(await code).toBe(1)
    const lines = screen().split('\r\n')
    expect(lines.filter((line) => line.startsWith('Line '))).toHaveLength(5)
    expect(widest(lines)).toBeLessThanOrEqual(columns)
  })
})

describe.each(['preview', 'send'])('%s without a file', (command) => {
  it.each([[[]], [['-']]])('does not wait for events on the terminal: %j', async (args: string[]) => {
    const { screen, code } = startOnTerminal([command, ...args], { columns: 60, env: { NO_COLOR: '1' } })
    expect(await code).toBe(2)
    const lines = screen().trimEnd().split('\r\n')
    expect(lines.filter((line) => line.length > 60)).toStrictEqual([])
    expect(lines.join(' ')).toContain('Standard input is a terminal. Name a file, or pipe events into the command.')
  })
})
