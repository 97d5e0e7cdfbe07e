import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { useSandbox } from '../../support/use-sandbox'
import { run, SANDBOX_ENV, start, type RunOptions } from '../binary'
import { useFolder } from '../temp-folder'

const TOKEN = 'a-token-that-nobody-must-see'
const folder = useFolder()
const running = useSandbox({
  tokens: { 'sandbox-token': ['SANDBOX_PIXEL', 'SANDBOX_OFFLINE'], [TOKEN]: ['SANDBOX_PIXEL'] }
})

let file: string
let count = 0

beforeEach(() => {
  const path = join(folder.path, String((count += 1)))
  mkdirSync(path)
  file = join(path, 'events.ndjson')
})

const event = (messageId: string, more: object = {}) => ({
  type: 'track',
  event: 'Order Completed',
  messageId,
  timestamp: '2026-11-20T10:00:00Z',
  context: { traits: { email: 'ada@example.com' } },
  properties: { value: 1, currency: 'EUR' },
  ...more
})

const write = (...events: readonly (object | string)[]): void => {
  writeFileSync(file, events.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'))
}

/** Sends the file to the sandbox. */
const send = (args: readonly string[] = [], options: RunOptions = {}) =>
  run(['send', file, '--yes', '--api', running.sandbox.origin, ...args], { env: SANDBOX_ENV, ...options })

const counted = (): unknown[] => running.sandbox.counted.map(({ event_id }) => event_id).sort()
const rejects = (): unknown[] =>
  readFileSync(`${file}.rejects.ndjson`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
const state = (): Record<string, unknown> =>
  JSON.parse(readFileSync(`${file}.state.json`, 'utf8')) as Record<string, unknown>

describe('exit codes', () => {
  it('0: all events are delivered, and only the state file remains', async () => {
    write(event('a'), event('b'))
    const { code, stdout } = await send()
    expect(stdout).toMatch(/^Delivered {2}2\nRejected {3}0\nRequests {3}1\nTime {7}\d+ s\n$/)
    expect(code).toBe(0)
    expect(counted()).toStrictEqual(['a', 'b'])
    expect(readdirSync(join(file, '..')).sort()).toStrictEqual(['events.ndjson', 'events.ndjson.state.json'])
    expect(state()).toMatchObject({ finished: true, delivered: 2, settled: [[0, 2]] })
  })

  it('1: some events are rejected, and the rejects file is valid input', async () => {
    write(event('a'), 'garbage', event('b', { timestamp: 'Tomato 5' }))
    const { code, stdout } = await send()
    expect(code).toBe(1)
    expect(stdout).toContain(`Rejected   2  → ${file}.rejects.ndjson\n`)
    expect(rejects()).toStrictEqual([
      { line: 2, status: 400, message: 'This is not JSON.', event: 'garbage' },
      {
        line: 3,
        status: 400,
        message: expect.stringMatching(/^Event Timestamp \(timestamp\) is "Tomato 5"/) as string,
        event: event('b', { timestamp: 'Tomato 5' })
      }
    ])

    const rejected = `${file}.rejects.ndjson`
    writeFileSync(
      rejected,
      readFileSync(rejected, 'utf8').replace('"timestamp":"Tomato 5"', '"timestamp":"2026-11-20"')
    )
    const again = await run(['send', rejected, '--yes', '--api', running.sandbox.origin], { env: SANDBOX_ENV })
    expect(again.code).toBe(1)
    expect(counted()).toStrictEqual(['a', 'b'])
  })

  it.each<[string, string[], string]>([
    ['a typo in a command', ['sned', 'x'], "unknown command 'sned'\n(Did you mean send?)"],
    ['a typo in an option', ['send', 'x', '--resum'], "unknown option '--resum'\n(Did you mean --resume?)"],
    ['a bad number', ['send', 'x', '--rate', '0'], 'It must be a whole number, at least 1.'],
    ['no file', ['send', '/none.ndjson', '--yes', '--sandbox'], 'There is no file /none.ndjson.'],
    ['no terminal to confirm on', ['send', 'x'], 'There is no terminal to confirm on. Pass --yes.'],
    ['no settings', ['send', 'x', '--yes'], 'Tiktok Conversions needs TIKTOK_ACCESS_TOKEN.'],
    ['another machine', ['send', 'x', '--yes', '--api', 'https://example.com'], 'only be redirected to this machine'],
    ['standard input resumed', ['send', '-', '--yes', '--resume'], 'Standard input cannot be resumed.']
  ])('2: %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(args)
    expect(stderr).toContain(message)
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  })

  it('2: no subscription matches any event', async () => {
    write(event('a', { event: 'Order Complete' }), event('b', { event: 'Order Complete' }))
    const { code, stdout } = await send()
    expect(stdout).toContain('No subscription  2  (Order Complete: 2)\n')
    expect(code).toBe(2)
    expect(running.sandbox.requests).toHaveLength(0)
  })

  it('2: the mapping has an error, which is reported with its place before any request', async () => {
    write(event('a'))
    const mapping = join(file, '../mapping.json')
    for (const [text, message] of [
      ['[\n{"name": A}]', 'mapping.json, the subscription on line 2 is not JSON.'],
      [
        '[{"name":"A","subscribe":")(","partnerAction":"reportWebEvent","mapping":{}}]',
        'subscriptions[0] (A).subscribe cannot be parsed'
      ],
      [
        '[{"name":"A","subscribe":"type = \\"track\\"","partnerAction":"reportWebEven","mapping":{}}]',
        'Did you mean reportWebEvent?'
      ],
      ['[]', 'mapping.json contains no subscription.']
    ] as const) {
      writeFileSync(mapping, text)
      const { code, stderr } = await send(['--mapping', mapping])
      expect(stderr).toContain(message)
      expect(code).toBe(2)
    }
    expect(running.sandbox.requests).toHaveLength(0)
  })

  it('3: TikTok refuses the token, and --resume continues with a new one', async () => {
    write(event('a'), 'garbage')
    const refused = await send([], { env: { ...SANDBOX_ENV, TIKTOK_ACCESS_TOKEN: 'expired' } })
    expect(refused.code).toBe(3)
    expect(refused.stdout).toContain('Left       1\n')
    expect(refused.stdout).toContain(`Resume with:\n  segment-tiktok send ${file} --yes`)
    const resumed = await send(['--resume'])
    expect(resumed.stdout).toContain('Delivered  1\nRejected   1  →')
    expect(resumed.code).toBe(1)
    expect(counted()).toStrictEqual(['a'])
  })

  it('4: a daily limit stops the run and saves the state', async () => {
    write(event('a'))
    running.sandbox.fail({ code: 40100, message: 'App 1 reaches the QPD limit 10, current QPD is 11' })
    const { code, stdout } = await send()
    expect(code).toBe(4)
    expect(stdout).toContain('Stopped: TikTok asks for a longer wait than this command allows.')
    expect(state()).toMatchObject({ finished: false, delivered: 0, settled: [] })
    expect((await send(['--resume'])).code).toBe(0)
    expect(counted()).toStrictEqual(['a'])
  })
})

it("resumes all events that are left, even if a TikTok event name comes before one of Segment's", async () => {
  write(
    'event_type,timestamp,email,order_id',
    'Purchase,2026-11-20T10:00:00Z,a@example.com,o1',
    'Order Completed,2026-11-20T10:00:00Z,b@example.com,o2'
  )
  const limit = { code: 40100, message: 'App 1 reaches the QPD limit 10, current QPD is 11' }
  running.sandbox.fail(limit)
  running.sandbox.fail(limit)
  expect((await send()).code).toBe(4)
  expect(state()).toMatchObject({ finished: false, delivered: 0, settled: [] })
  const resumed = await send(['--resume'])
  expect(resumed.stdout).toContain('Delivered  2\n')
  expect(resumed.code).toBe(0)
  expect(running.sandbox.counted).toHaveLength(2)
})

describe('a run that stopped early', () => {
  beforeEach(async () => {
    write(event('a'), 'garbage')
    await send([], { env: { ...SANDBOX_ENV, TIKTOK_ACCESS_TOKEN: 'expired' } })
    running.sandbox.reset()
  })

  it('does not start again without --resume', async () => {
    const { code, stderr } = await send()
    expect(stderr).toContain(`An earlier run is not finished. Resume it:\n  segment-tiktok send ${file} --yes`)
    expect(code).toBe(2)
  })

  it.each<[string, () => readonly string[], string]>([
    [
      'another input',
      () => {
        write(event('a'), event('b'))
        return []
      },
      'The input has changed since the run began.'
    ],
    ['other options', () => ['--format', 'ndjson'], 'The input options differ'],
    [
      'another mapping',
      () => ['--test-event-code', 'TEST1'],
      'The mapping differs from the one that the run began with.'
    ],
    ['another rejects file', () => ['--rejects', `${file}.other`], 'The run started with --rejects']
  ])('does not resume with %s', async (_, change, message) => {
    const { code, stderr } = await send(['--resume', ...change()])
    expect(stderr).toContain(message)
    expect(code).toBe(2)
    expect(running.sandbox.requests).toHaveLength(0)
  })

  it('resumes only with the settings that it began with, apart from the token', async () => {
    const other = await send(['--resume'], { env: { ...SANDBOX_ENV, TIKTOK_DEFAULT_PHONE_COUNTRY: 'DE' } })
    expect(other.stderr).toContain('The destination or its settings differ')
    expect((await send(['--resume'])).code).toBe(1)
  })

  it('does not resume without its rejects file', async () => {
    expect(rejects()).toHaveLength(1)
    rmSync(`${file}.rejects.ndjson`)
    const { code, stderr } = await send(['--resume'])
    expect(stderr).toBe(
      `error: ${file}.rejects.ndjson is shorter than when the run stopped. Restore it. To start again instead, delete ${file}.state.json and ${file}.rejects.ndjson.\n`
    )
    expect(code).toBe(2)
    expect(running.sandbox.requests).toHaveLength(0)
  })

  it('truncates its rejects file to the length in the state', async () => {
    const path = `${file}.rejects.ndjson`
    const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
    writeFileSync(path, `${before}{"line":99,"half`)
    expect((await send(['--resume'])).code).toBe(1)
    expect(rejects()).toStrictEqual([{ line: 2, status: 400, message: 'This is not JSON.', event: 'garbage' }])
  })
})

describe('files', () => {
  it('of a finished run are overwritten, but not a rejects file that has changed since', async () => {
    write(event('a'), 'garbage')
    expect((await send()).code).toBe(1)
    expect((await send()).code).toBe(1)
    expect(rejects()).toHaveLength(1)
    writeFileSync(`${file}.rejects.ndjson`, 'edited')
    const { code, stderr } = await send()
    expect(stderr).toContain('events.ndjson.rejects.ndjson already exists.')
    expect(code).toBe(2)
    expect(readFileSync(`${file}.rejects.ndjson`, 'utf8')).toBe('edited')
  })

  it('must be different', async () => {
    write(event('a'))
    const { stderr } = await send(['--rejects', file])
    expect(stderr).toContain('The input, the rejects and the state must be different files.')
  })

  it.each(['--state', '--rejects'])(
    'that cannot be written are reported before anything is sent: %s',
    async (option) => {
      write(event('a'))
      const { code, stderr } = await send([option, '/proc/none/file'])
      expect(stderr).toMatch(/cannot be written \(E\w+\)/)
      expect(code).toBe(2)
      expect(running.sandbox.requests).toHaveLength(0)
    }
  )

  it('are locked against a second run, unless the first process is dead', async () => {
    write(event('a'))
    const lock = `${file}.state.json.lock`
    writeFileSync(lock, String(process.pid))
    const refused = await send()
    expect(refused.stderr).toContain(`Another run (process ${process.pid}) is using the same state.`)
    expect(refused.code).toBe(2)
    const { child, result } = start(['--version'])
    await result
    writeFileSync(lock, String(child.pid))
    expect((await send()).code).toBe(0)
    expect(existsSync(lock)).toBe(false)
  })

  it.each([
    ['the settings cannot be read', ['--settings', '/proc/none/file'], '--settings: /proc/none/file cannot be read'],
    ['another run holds the lock', [], 'is using the same state']
  ])('that cannot be used end a run, even one that has started a sandbox: %s', async (_, args, message) => {
    write(event('a'))
    writeFileSync(`${file}.state.json.lock`, String(process.pid))
    const { code, stderr } = await run(['send', file, '--sandbox', ...args], { prefix: ['timeout', '10'] })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('on a full disk: events that were not recorded are sent again, and none is lost', async () => {
    const events = Array.from({ length: 4000 }, (_, index) =>
      index % 4 === 3 ? `garbage ${'x'.repeat(200)}` : event(`event-${index}`)
    )
    write(...events)
    // The size of files is limited to 100 kB, enough for the state and for part of the rejects.
    const full = await send(['--concurrency', '1'], { prefix: ['bash', '-c', 'ulimit -f 100; exec "$@"', '-'] })
    expect(full.stdout + full.stderr).toContain('The state and the rejects cannot be written (EFBIG).')
    expect(full.code).toBe(4)
    const resumed = await send(['--resume'])
    expect(resumed.stdout).toContain('Delivered  3,000\nRejected   1,000  →')
    expect(rejects()).toHaveLength(1000)
    expect(running.sandbox.counted).toHaveLength(3000)
  })
})

describe('options', () => {
  it('--destination offline and --test-event-code set the source and the test code of the request', async () => {
    write(event('a'))
    const env = { ...SANDBOX_ENV, TIKTOK_EVENT_SET_ID: 'SANDBOX_OFFLINE' }
    expect((await send(['--destination', 'offline', '--test-event-code', 'TEST1'], { env })).code).toBe(0)
    expect(running.sandbox.accepted).toMatchObject([
      { event_source: 'offline', event_source_id: 'SANDBOX_OFFLINE', test_event_code: 'TEST1' }
    ])
  })

  it('--dry-run needs no settings, sends nothing and writes nothing', async () => {
    write(event('a'), 'garbage')
    const { code, stdout } = await run(['send', file, '--dry-run'])
    expect(stdout).toMatch(/^Would deliver {2}1\nRejected {7}1\nRequests/)
    expect(code).toBe(1)
    expect(readdirSync(join(file, '..'))).toStrictEqual(['events.ndjson'])
  })

  it('--sandbox needs no settings and no --yes', async () => {
    write(event('a'))
    expect((await run(['send', file, '--sandbox', '--json'])).code).toBe(0)
  })

  it('--json prints the result for programs', async () => {
    write(event('a'), 'garbage', event('c', { event: 'Other' }))
    const { stdout, stderr } = await send(['--json'])
    expect(JSON.parse(stdout)).toStrictEqual({
      delivered: 1,
      rejected: 1,
      left: 0,
      notTaken: { Other: 1 },
      requests: 1,
      milliseconds: expect.any(Number) as number,
      rejects: `${file}.rejects.ndjson`,
      stopped: null
    })
    expect(stderr).toBe('')
  })

  it('--rate limits the events per second', async () => {
    write(...Array.from({ length: 5 }, (_, index) => event(`e${index}`)))
    expect((await send(['--rate', '2'])).code).toBe(0)
    expect(running.sandbox.requests.map(({ body }) => (body as { data: unknown[] }).data.length)).toStrictEqual([
      2, 2, 1
    ])
  })

  it('--settings reads .env and JSON, and the environment takes precedence', async () => {
    write(event('a'))
    const env = join(file, '../.env')
    writeFileSync(env, 'TIKTOK_ACCESS_TOKEN=sandbox-token\nTIKTOK_PIXEL_CODE=OTHER\nOTHER=1\n', { mode: 0o644 })
    const { code, stderr } = await send(['--settings', env], { env: { TIKTOK_PIXEL_CODE: 'SANDBOX_PIXEL' } })
    expect(stderr).toContain(`Other users of this machine can read ${env}, which holds the access token.`)
    expect(code).toBe(0)
    const json = join(file, '../settings.json')
    writeFileSync(json, JSON.stringify({ accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }))
    // Others may write and execute the file, but not read it.
    chmodSync(json, 0o633)
    expect(await send(['--settings', json], { env: {} })).toMatchObject({ code: 0, stderr: '' })
    writeFileSync(json, JSON.stringify({ accesToken: 'x' }))
    expect((await send(['--settings', json], { env: {} })).stderr).toContain('Did you mean accessToken?')
    writeFileSync(env, 'TIKTOK_PIXELCODE=x\n')
    expect((await send(['--settings', env], { env: {} })).stderr).toContain('Did you mean TIKTOK_PIXEL_CODE?')
  })
})

describe('input', () => {
  it('may come from standard input, or be compressed with gzip', async () => {
    file = '-'
    const { code, stderr } = await send(['--rejects', join(folder.path, 'stdin.rejects')], {
      input: `${JSON.stringify(event('a'))}\n`
    })
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
    const packed = join(folder.path, 'packed')
    writeFileSync(packed, gzipSync(JSON.stringify([event('b')])))
    file = packed
    expect((await send()).code).toBe(0)
    expect(counted()).toStrictEqual(['a', 'b'])
  })

  it('that is sent twice counts once, even without IDs and with equal rows', async () => {
    write(
      'event,email,value',
      'Order Completed,a@example.com,1',
      'Order Completed,a@example.com,1',
      'Order Completed,b@example.com,2'
    )
    expect((await send()).code).toBe(0)
    expect((await send()).code).toBe(0)
    expect(running.sandbox.accepted).toHaveLength(6)
    expect(counted()).toHaveLength(3)
  })

  it("in TikTok's upload template is sent with TikTok's names", async () => {
    write(
      'event_type,timestamp,email,phone,lead_id,click_id,value,currency,order_id',
      'Purchase,2026-11-20T10:00:00Z,a@example.com,+4915112345678,,E.C.P,12.50,EUR,o1',
      'Order Completed,2026-11-20T10:00:00Z,b@example.com,,,,1,EUR,o2',
      'Nonsense,2026-11-20T10:00:00Z,c@example.com,,,,1,EUR,o3'
    )
    const { stdout } = await send()
    expect(stdout).toContain('No subscription  1  (Nonsense: 1)')
    expect(
      running.sandbox.accepted.map(({ data }) => [data.event, data.properties?.['value'], data.user?.ttclid])
    ).toStrictEqual([
      ['CompletePayment', 1, undefined],
      ['Purchase', 12.5, 'E.C.P']
    ])
  })

  it("in TikTok's upload template is sent with TikTok's names if the header is not in the first batch", async () => {
    const tooLong = 'x'.repeat(1_200_000)
    write(tooLong, 'event_type,timestamp,email', 'Purchase,2026-11-20T10:00:00Z,a@example.com')
    const { stdout } = await send(['--rate', '1'])
    expect(stdout).toContain('Delivered  1\nRejected   1  →')
  })
})

describe('a request', () => {
  it('that is open finishes after the first Ctrl-C, and the run can be resumed', async () => {
    write(...Array.from({ length: 3000 }, (_, index) => event(`e${index}`)))
    running.sandbox.fail({ delay: 1000 })
    const { child, result } = start(['send', file, '--yes', '--concurrency', '1', '--api', running.sandbox.origin], {
      env: SANDBOX_ENV
    })
    while (running.sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    const { code, stdout, stderr } = await result
    expect(stderr).toContain('Waiting for the open requests. Press Ctrl-C again to stop at once.')
    expect(stdout).toContain('Delivered  1,000\nRejected   0\nLeft       2,000\n')
    expect(code).toBe(4)
    expect((await send(['--resume'])).stdout).toContain('Delivered  3,000\n')
    expect(running.sandbox.accepted).toHaveLength(3000)
  })

  it('that is open at the first Ctrl-C, and whose results cannot be written, is reported', async () => {
    write(event('a'), `garbage ${'x'.repeat(20_000)}`)
    running.sandbox.fail({ delay: 1000 })
    const { child, result } = start(['send', file, '--yes', '--api', running.sandbox.origin], {
      env: SANDBOX_ENV,
      prefix: ['bash', '-c', 'ulimit -f 10; exec "$@"', '-']
    })
    while (running.sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    const { code, stdout } = await result
    expect(stdout).toContain('The state and the rejects cannot be written (EFBIG).')
    expect(stdout).toContain('Left       2\n')
    expect(code).toBe(4)
  })

  it('that is open is aborted at the second Ctrl-C', async () => {
    write(event('a'))
    running.sandbox.fail({ delay: 60_000 })
    const { child, result } = start(['send', file, '--yes', '--api', running.sandbox.origin], { env: SANDBOX_ENV })
    while (running.sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    child.stderr?.once('data', () => child.kill('SIGINT'))
    expect((await result).code).toBe(4)
  })

  it('is sent again after a kill only if it was open', async () => {
    write(...Array.from({ length: 10_000 }, (_, index) => event(`e${index}`)))
    const { child, result } = start(['send', file, '--yes', '--api', running.sandbox.origin], { env: SANDBOX_ENV })
    while (running.sandbox.requests.length < 4) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await result
    expect((await send(['--resume'])).code).toBe(0)
    expect(running.sandbox.counted).toHaveLength(10_000)
    expect(running.sandbox.accepted.length).toBeLessThanOrEqual(14_000)
  })

  it('is repeated after the time in Retry-After', async () => {
    write(event('a'))
    running.sandbox.fail({ code: 40100 })
    const begun = Date.now()
    expect((await send()).code).toBe(0)
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1000)
  })
})

it('never prints the token', async () => {
  write(...Array.from({ length: 2000 }, (_, index) => (index % 100 === 99 ? 'garbage' : event(`e${index}`))))
  running.sandbox.fail({ delay: 300 })
  running.sandbox.fail({ code: 40105, message: `Access token ${TOKEN} is wrong.` })
  const { child, result } = start(['send', file, '--yes', '--api', running.sandbox.origin], {
    env: { ...SANDBOX_ENV, TIKTOK_ACCESS_TOKEN: TOKEN }
  })
  while (running.sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const commandLine = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')
  const { code, stdout, stderr } = await result
  expect(code).toBe(3)
  const files = readdirSync(join(file, '..')).map((name) => readFileSync(join(file, '..', name), 'utf8'))
  expect(files.length).toBeGreaterThan(1)
  for (const text of [commandLine, stdout, stderr, ...files]) expect(text).not.toContain(TOKEN)
})

afterAll(() => {
  rmSync('stdin.rejects.ndjson', { force: true })
})
