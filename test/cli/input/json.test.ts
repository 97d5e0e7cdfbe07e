import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { splitArray } from '../../../src/cli/input/json-array'
import { splitLines } from '../../../src/cli/input/lines'
import type { Piece } from '../../../src/cli/input/piece'
import { useFolder } from '../temp-folder'
import { shorten, readAll } from './read'

const folder = useFolder()

const event = (messageId: string, more: object = {}) => ({
  type: 'track',
  event: 'Order Completed',
  messageId,
  ...more
})
const line = (messageId: string) => JSON.stringify(event(messageId))

async function read(content: string | Uint8Array, options = {}): Promise<string[]> {
  return shorten((await readAll(folder.write('input', content), options)).records)
}

describe('NDJSON', () => {
  it('returns each line unchanged', async () => {
    const whole = event('a', { context: { traits: { email: 'a@example.com' } }, properties: { value: 0, name: 'é' } })
    const { records } = await readAll(folder.write('input', JSON.stringify(whole)))
    expect(records).toStrictEqual([{ line: 1, event: whole }])
  })

  it('accepts a byte order mark, CRLF, blank lines and a last line without a newline', async () => {
    const text = `\ufeff\r\n${line('a')}\r\n\r\n  \n${line('b')}\n\n${line('c')}`
    expect(await read(text)).toStrictEqual(['2: a', '5: b', '7: c'])
  })

  it('accepts gzip, also with several members', async () => {
    expect(await read(Buffer.concat([gzipSync(`${line('a')}\n`), gzipSync(line('b'))]))).toStrictEqual(['1: a', '2: b'])
  })

  it.each([
    ['broken JSON', '{"type":', 'This is not JSON.'],
    ['an array', '[1]', 'This is not an event: an event is a JSON object.'],
    ['null', 'null', 'This is not an event: an event is a JSON object.'],
    ['no type', '{"event":"x"}', 'The event has no type, such as track, page or identify.'],
    ['a blank type', '{"type":" "}', 'The event has no type, such as track, page or identify.'],
    [
      'a long line',
      `{"type":"track","a":"${'a'.repeat(1024 * 1024)}"}`,
      'The event is longer than 1 MB. Segment accepts 32 kB per event.'
    ],
    ['a very long line', 'a'.repeat(3_000_000), 'The event is longer than 1 MB. Segment accepts 32 kB per event.']
  ])('rejects %s with its line and continues', async (_, bad, problem) => {
    expect(await read([line('a'), bad, line('b')].join('\n'))).toStrictEqual(['1: a', `2! ${problem}`, '3: b'])
  })

  it('keeps the content of a line that is not an event', async () => {
    const { records } = await readAll(folder.write('input', `${line('a')}\n {"type": \n[1]\n{"x":1}\n`))
    expect(records.slice(1)).toStrictEqual([
      { line: 2, problem: 'This is not JSON.', given: '{"type":' },
      { line: 3, problem: 'This is not an event: an event is a JSON object.', given: [1] },
      { line: 4, problem: 'The event has no type, such as track, page or identify.', given: { x: 1 } }
    ])
  })

  it('rejects a line that is not UTF-8, and no other', async () => {
    const latin1 = Buffer.from(JSON.stringify(event('b', { name: 'M\u00fcller' })), 'latin1')
    const content = Buffer.concat([Buffer.from(`${line('a')}\n`), latin1, Buffer.from(`\n${line('c')}`)])
    expect(await read(content)).toStrictEqual([
      '1: a',
      '2! The line is not UTF-8. Save the file as UTF-8 (in Excel: "CSV UTF-8").',
      '3: c'
    ])
  })

  it('reads the events of a rejects file', async () => {
    const reject = { line: 7, status: 400, message: 'TikTok refused the event.', event: event('a') }
    const text = { line: 8, status: 400, message: 'This is not JSON.', event: '{"type":' }
    expect(await read(`${JSON.stringify(reject)}\n${JSON.stringify(text)}\n`)).toStrictEqual([
      '1: a',
      '2! This is not an event: an event is a JSON object.'
    ])
  })

  it("reads the events of the relay's dead letters", async () => {
    const about = { time: '2026-11-20T12:00:00.000Z', source: 'shop', destination: 'web', status: 400, message: 'Bad.' }
    expect(await read(JSON.stringify({ ...about, event: event('a') }))).toStrictEqual(['1: a'])
  })

  it('reads an event that looks like a reject as an event', async () => {
    expect(await read(JSON.stringify({ ...event('a'), line: 1, status: 2, message: 'x' }))).toStrictEqual(['1: a'])
  })

  it('rejects an event that is nested too deeply to be serialised', async () => {
    const deep = `{"type":"track","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    expect(await read(`${deep}\n${line('b')}`)).toStrictEqual(['1! The event is nested too deeply.', '2: b'])
  })
})

describe('a JSON array', () => {
  it('returns each element with the line it starts on', async () => {
    const text = `[\n${line('a')},\n  ${JSON.stringify(event('b', { text: '],"\\[{' }), null, 2)}\n,${line('c')}]\n`
    expect(await read(text)).toStrictEqual(['2: a', '3: b', '9: c'])
  })

  it('accepts an empty array, blank elements, a byte order mark and gzip', async () => {
    expect(await read(' [ ] ')).toStrictEqual([])
    expect(await read(`\ufeff[,${line('a')},\n,${line('b')},]`)).toStrictEqual(['1: a', '2: b'])
    expect(await read(gzipSync(`[${line('a')}]`))).toStrictEqual(['1: a'])
  })

  it('rejects a broken element and continues', async () => {
    expect(await read(`[${line('a')},\n{"type":track},\n{"type":"track"}},\n7,\n${line('b')}]`)).toStrictEqual([
      '1: a',
      '2! This is not JSON.',
      '3! This is not JSON.',
      '4! This is not an event: an event is a JSON object.',
      '5: b'
    ])
  })

  it.each([
    ['cut off in an element', `[${line('a')},\n{"type":"tra`, 2],
    ['cut off after a comma', `[${line('a')},\n`, 2],
    ['without its last bracket', `[${line('a')}\n`, 1],
    ['with an element whose brace is missing', `[${line('a')},\n{"type":{,\n${line('b')}]`, 2]
  ])('gives an error if it is %s', async (_, text, where) => {
    const result = await read(text)
    expect(result.at(-1)).toBe(
      `${where}! The JSON array does not end: the file is incomplete, or a bracket or a quote is missing. The rest was not read.`
    )
  })

  it('gives an error if it is followed by text', async () => {
    expect(await read(`[${line('a')}]\n${line('b')}\n`)).toStrictEqual([
      '1: a',
      '2! The text after the end of the JSON array was not read.'
    ])
  })

  it('gives an error for an element that does not end', async () => {
    const endless = `[${line('a')},\n{"a":"${'x\\n'.repeat(600_000)}`
    expect(await read(endless)).toStrictEqual([
      '1: a',
      '2! The event does not end within 1 MB: it is too long, or a bracket or a quote is missing. The rest was not read.'
    ])
  })

  it('is the only input that --format json accepts', async () => {
    expect(await read(line('a'), { format: 'json' })).toStrictEqual([
      '1! This is not a JSON array: it does not start with a bracket.'
    ])
  })
})

describe('chunk borders make no difference', () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  const cuts = fc.array(fc.nat(2000))

  function chunksOf(text: string, at: readonly number[]): AsyncIterable<Buffer> {
    const bytes = Buffer.from(text)
    const places = [0, ...at.filter((place) => place < bytes.length).sort((a, b) => a - b), bytes.length]
    return fromList(places.slice(1).map((end, index) => bytes.subarray(places[index], end)))
  }

  async function* fromList(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield await Promise.resolve(chunk)
  }

  async function collect(blocks: AsyncIterable<Piece[]>): Promise<Piece[]> {
    const pieces: Piece[] = []
    for await (const block of blocks) pieces.push(...block)
    return pieces
  }

  it('to lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(json), cuts, async (values, at) => {
        const text = values.map((value) => JSON.stringify(value)).join('\n')
        const pieces = await collect(splitLines(chunksOf(text, at)))
        expect(pieces).toStrictEqual(values.map((value, index) => ({ line: index + 1, text: JSON.stringify(value) })))
      })
    )
  })

  it('to arrays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(json), cuts, fc.constantFrom(0, 2), async (values, at, indent) => {
        const pieces = await collect(splitArray(chunksOf(JSON.stringify(values, null, indent), at)))
        // Compared as text, because JSON has no -0.
        expect(pieces.map(({ text }) => JSON.stringify(JSON.parse(text)))).toStrictEqual(
          values.map((value) => JSON.stringify(value))
        )
      })
    )
  })
})
