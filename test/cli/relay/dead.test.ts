import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DeadLetter } from '../../../src/relay/delivery/dead-letter'
import { storeDeadLetter } from '../../../src/relay/queued/store-dead-letter'
import { connectQueue, type Queue } from '../../../src/relay/queued/connect-queue'
import { putBack, readDeadLetters } from '../../../src/relay/queued/dead-letters'
import { DEAD_STREAM, ensureStreams, streamOf } from '../../../src/relay/queued/streams'
import { configOf } from '../../relay/support/config-of'
import { describeWithNats, type NatsServers, queueConfig, startNats } from '../../relay/support/nats'
import { purchase } from '../../relay/support/post'
import { run } from '../binary'
import { useFolder } from '../temp-folder'

const folder = useFolder()
const LANES = [
  { source: 'shop', name: 'web' },
  { source: 'shop', name: 'app' }
]

const MESSAGE = 'The timestamp “Tomato 5” is no time. Send a time in ISO 8601, such as 2026-11-20T12:00:00.000Z.'

/** A dead letter whose event contains an email address. */
function letterOf(messageId: string, destination = 'web'): DeadLetter {
  const event = purchase(messageId, { context: { traits: { email: 'alice@shop.example' } } })
  return {
    time: '2026-11-20T12:00:00.000Z',
    source: 'shop',
    destination,
    status: 400,
    message: MESSAGE,
    event: event as unknown as DeadLetter['event']
  }
}

/** A configuration file whose source has two destinations. */
function config(changes: object): string {
  const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
  const destination = { type: 'conversions', settings }
  const destinations = { web: destination, app: destination }
  const sources = { shop: { writeKey: 'shop-key', destinations } }
  return folder.write('relay.json', JSON.stringify(configOf('http://127.0.0.1:1', { sources, ...changes })))
}

describeWithNats('relay dead', () => {
  let nats: NatsServers
  let queue: Queue
  let file: string
  beforeAll(async () => {
    nats = await startNats()
    queue = await connectQueue(queueConfig(nats.urls), true)
    file = config({ queue: nats.urls[0] })
  })
  beforeEach(async () => {
    await ensureStreams(queue, queueConfig(nats.urls), LANES)
  })
  afterEach(async () => {
    for (const stream of [DEAD_STREAM, ...LANES.map(streamOf)]) await queue.manager.streams.delete(stream)
  })
  afterAll(async () => {
    await queue.connection.close()
    await nats.close()
  })

  const dead = (...args: string[]) => run(['relay', 'dead', ...args, '--config', file])

  /** Stores dead letters, which get the ids 1, 2, … */
  async function store(...letters: readonly DeadLetter[]): Promise<void> {
    for (const [index, letter] of letters.entries()) await storeDeadLetter(queue, letter, index)
  }

  async function idsLeft(): Promise<number[]> {
    const ids: number[] = []
    for await (const { id } of readDeadLetters(queue)) ids.push(id)
    return ids
  }

  async function storedEvents(name: string): Promise<unknown[]> {
    const stream = streamOf({ source: 'shop', name })
    const { state } = await queue.manager.streams.info(stream)
    const sequences = Array.from({ length: state.messages }, (_, index) => state.first_seq + index)
    return Promise.all(
      sequences.map(async (seq) => (await queue.manager.streams.getMessage(stream, { seq }))?.json<unknown>())
    )
  }

  describe('list', () => {
    it('shows a table without the events', async () => {
      await store(letterOf('order-1'), letterOf('a\u001b[31m', 'app'))
      const time = '2026-11-20T12:00:00.000Z'
      expect(await dead('list')).toStrictEqual({
        code: 0,
        stdout: [
          'ID  TIME                      DESTINATION  STATUS  MESSAGE ID  MESSAGE',
          ` 1  ${time}  shop/web        400  order-1     ${MESSAGE}`,
          ` 2  ${time}  shop/app        400  a\ufffd[31m      ${MESSAGE}\n`
        ].join('\n'),
        stderr: ''
      })
    })

    it('accepts --destination, --limit and --json', async () => {
      await store(letterOf('1'), letterOf('2', 'app'), letterOf('3', 'app'))
      const { code, stdout, stderr } = await dead('list', '--destination', 'app', '--limit', '1', '--json')
      const { event, ...letter } = letterOf('2', 'app')
      expect(JSON.parse(stdout)).toStrictEqual({ id: 2, ...letter, messageId: event.messageId })
      expect({ code, stderr }).toStrictEqual({
        code: 0,
        stderr: 'Listed the oldest 1 of 2 dead letters. Pass a higher --limit to list more.\n'
      })
    })

    it('says that there are no dead letters', async () => {
      expect(await dead('list')).toStrictEqual({ code: 0, stdout: '', stderr: 'There are no dead letters.\n' })
    })

    it.each([
      ['other/web', 'other/web. Did you mean shop/web?'],
      ['a/shop/web', 'a/shop/web. Did you mean shop/web?'],
      ['wep', 'wep. Did you mean web?'],
      ['*/web', '*/web. Did you mean shop/web?']
    ])('exits with 2 if the configuration has no destination %s', async (name, text) => {
      expect(await dead('list', '--destination', name)).toStrictEqual({
        code: 2,
        stdout: '',
        stderr: `error: --destination: the configuration has no ${text}\n`
      })
    })
  })

  describe('show', () => {
    it('prints the whole letter as JSON, without characters that control a terminal', async () => {
      const letter = { ...letterOf('order-1'), message: 'a\u009b31m' }
      await store(letter)
      const { code, stdout } = await dead('show', '1')
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toStrictEqual({ id: 1, ...letter })
      expect(stdout).not.toContain('\u009b')
    })

    it('exits with 2 if there is no such letter', async () => {
      expect(await dead('show', '9')).toStrictEqual({
        code: 2,
        stdout: '',
        stderr: 'error: There is no dead letter 9. It may have been sent again, or have expired after 30 days.\n'
      })
    })
  })

  describe('redrive', () => {
    it('puts the events of the named letters back into the queue, and deletes these letters', async () => {
      await store(letterOf('1'), letterOf('2', 'app'), letterOf('3'))
      expect(await dead('redrive', '1', '2')).toStrictEqual({ code: 0, stdout: 'Put back: 2\n', stderr: '' })
      expect(await idsLeft()).toStrictEqual([3])
      expect(await storedEvents('web')).toStrictEqual([letterOf('1').event])
      expect(await storedEvents('app')).toStrictEqual([letterOf('2').event])
    })

    it('puts back all letters of a destination', async () => {
      await store(letterOf('1'), letterOf('2', 'app'), letterOf('3'))
      const { code, stdout } = await dead('redrive', '--all', '--yes', '--destination', 'shop/web', '--json')
      expect([code, JSON.parse(stdout)]).toStrictEqual([0, { putBack: 2, missing: [], unknownDestination: [] }])
      expect(await idsLeft()).toStrictEqual([2])
    })

    it('puts back more letters than one block contains, and at most --limit', async () => {
      await store(...Array.from({ length: 250 }, (_, index) => letterOf(String(index))))
      expect(await dead('redrive', '--all', '--yes', '--limit', '240')).toMatchObject({ stdout: 'Put back: 240\n' })
      expect(await idsLeft()).toStrictEqual([241, 242, 243, 244, 245, 246, 247, 248, 249, 250])
      expect(await storedEvents('web')).toHaveLength(240)
    })

    it('reports unknown ids and destinations, puts back the other letters, and exits with 1', async () => {
      await store(letterOf('1'), letterOf('2', 'removed'))
      expect(await dead('redrive', '1', '2', '9')).toStrictEqual({
        code: 1,
        stdout: [
          'Put back: 1',
          'There is no dead letter 9. It may have been sent again, or have expired after 30 days.',
          'Not put back: 1, because their destination is not in the configuration.\n'
        ].join('\n'),
        stderr: ''
      })
      expect(await idsLeft()).toStrictEqual([2])
    })

    it('puts an event back only once if it is interrupted before it deletes the letter', async () => {
      await store(letterOf('1'))
      await putBack(queue, { id: 1, letter: letterOf('1') })
      await storeDeadLetter(queue, letterOf('1'), 2)
      await putBack(queue, { id: 1, letter: letterOf('1') })
      expect(await storedEvents('web')).toHaveLength(1)
      expect(await idsLeft()).toStrictEqual([2])
      await dead('redrive', '2')
      expect(await storedEvents('web')).toHaveLength(2)
    })

    it('keeps the letters that a full queue refuses, and exits with 4', async () => {
      const { config: web } = await queue.manager.streams.info(streamOf({ source: 'shop', name: 'web' }))
      await queue.manager.streams.update(web.name, { ...web, max_bytes: 500 })
      await store(letterOf('1'), letterOf('2'))
      expect(await dead('redrive', '--all', '--yes')).toStrictEqual({
        code: 4,
        stdout: 'Put back: 1\n',
        stderr: 'error: NATS JetStream refused the request: maximum bytes exceeded.\n'
      })
      expect(await idsLeft()).toHaveLength(1)
    })

    it.each([
      [[], 'Pass either IDs of dead letters or --all. To see the IDs, run: LIST'],
      [['1', '--destination', 'web'], '--destination and --limit need --all.'],
      [['--all'], 'There is no terminal to confirm on. Pass --yes. To check first, run: LIST']
    ])('exits with 2 for the arguments %j', async (args, text) => {
      await store(letterOf('1'))
      const message = text.replace('LIST', `segment-tiktok relay dead list --config ${file}`)
      expect(await dead('redrive', ...args)).toStrictEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` })
      expect(await idsLeft()).toStrictEqual([1])
    })
  })

  describe('export', () => {
    it('writes lines that send accepts as input, and keeps the letters', async () => {
      await store(letterOf('1'), letterOf('2', 'app'), letterOf('3'))
      const { code, stdout, stderr } = await dead('export', '--destination', 'web')
      expect(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown)
      ).toStrictEqual([
        { id: 1, ...letterOf('1') },
        { id: 3, ...letterOf('3') }
      ])
      expect({ code, stderr }).toStrictEqual({
        code: 0,
        stderr:
          'Dead letters exported: 2. Exported dead letters stay stored. To send them again, run:\n' +
          `  segment-tiktok relay dead redrive --all --destination web --config ${file}\n`
      })
      expect(await idsLeft()).toStrictEqual([1, 2, 3])
      const sent = await run(['send', folder.write('dead.ndjson', stdout), '--sandbox', '--json'])
      expect(JSON.parse(sent.stdout)).toMatchObject({ delivered: 2, rejected: 0, left: 0 })
    })

    it('says that it exported nothing', async () => {
      expect(await dead('export')).toStrictEqual({ code: 0, stdout: '', stderr: 'Dead letters exported: 0.\n' })
    })

    it('writes at most --limit', async () => {
      await store(letterOf('1'), letterOf('2'))
      const { stdout, stderr } = await dead('export', '--limit', '1')
      expect(stdout.split('\n')).toHaveLength(2)
      expect(stderr).toContain(`\n  segment-tiktok relay dead redrive --all --limit 1 --config ${file}\n`)
    })
  })

  it('exits with 4 if no relay has created the streams', async () => {
    await queue.manager.streams.delete(DEAD_STREAM)
    expect(await dead('list')).toStrictEqual({
      code: 4,
      stdout: '',
      stderr: 'error: The streams of this configuration do not exist. A relay creates them when it starts.\n'
    })
    await ensureStreams(queue, queueConfig(nats.urls), LANES)
  })
})

it('relay dead exits with 4 if NATS cannot be reached, and does not show the password in the address', async () => {
  const file = config({ queue: 'nats://user:secret@127.0.0.1:1' })
  expect(await run(['relay', 'dead', 'list', '--config', file])).toStrictEqual({
    code: 4,
    stdout: '',
    stderr: 'error: NATS cannot be reached at nats://127.0.0.1:1: connection refused.\n'
  })
})

describe('in the direct mode relay dead exits with 2 and', () => {
  it('names the folder while there are no dead letters', async () => {
    const file = config({ deadLetterFolder: 'none' })
    expect(await run(['relay', 'dead', 'list', '--config', file])).toStrictEqual({
      code: 2,
      stdout: '',
      stderr: `error: The direct mode stores dead letters in one file per day in ${folder.path}/none. There are none.\n`
    })
  })

  it('prints the commands that send the events of the newest file again', async () => {
    const file = config({ deadLetterFolder: 'letters' })
    const letters = [letterOf('1'), letterOf('2', 'app'), letterOf('3')]
    mkdirSync(join(folder.path, 'letters'))
    folder.write('letters/2026-11-19.ndjson', '')
    const newest = folder.write('letters/2026-11-20.ndjson', letters.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const { code, stderr } = await run(['relay', 'dead', 'show', '1', '--config', file])
    const commands = ['web', 'app'].map(
      (name) =>
        `grep -F '"source":"shop","destination":"${name}"' ${newest} | segment-tiktok send --destination conversions --settings FILE --yes`
    )
    expect({ code, stderr }).toStrictEqual({
      code: 2,
      stderr: [
        `error: The direct mode stores dead letters in one file per day in ${folder.path}/letters.`,
        'The newest is 2026-11-20.ndjson. To send its events again:',
        ...commands.map((command) => `  ${command}`),
        ''
      ].join('\n')
    })
    const [grep = ''] = (commands[0] ?? '').split(' | ')
    const input = execFileSync('bash', ['-c', grep], { encoding: 'utf8' })
    const sent = await run(['send', '--destination', 'conversions', '--sandbox', '--yes', '--json'], { input })
    expect(JSON.parse(sent.stdout)).toMatchObject({ delivered: 2, rejected: 0 })
  })
})
