import { gzipSync } from 'node:zlib'
import { CliError } from '../../../src/cli/exit'
import type { ReadOptions } from '../../../src/cli/input/read-events'
import { useFolder } from '../temp-folder'
import { shorten, readAll } from './read'

const folder = useFolder()

async function records(content: string | Uint8Array, options: ReadOptions = {}) {
  return (await readAll(folder.write('input', content), options)).records
}

/** The events of a table, without their generated IDs. */
async function events(content: string, options: ReadOptions = {}): Promise<unknown[]> {
  return (await records(content, options)).map((record) => {
    if (!('event' in record)) return record.problem
    const { messageId, ...event } = record.event
    return String(messageId).startsWith('derived-') ? event : { ...event, messageId }
  })
}

async function refusal(content: string, options: ReadOptions = {}): Promise<string> {
  const error: unknown = await records(content, options).then(
    () => undefined,
    (thrown: unknown) => thrown
  )
  if (!(error instanceof CliError)) throw new TypeError('the header was not refused')
  expect(error.exitCode).toBe(2)
  return error.message
}

describe('columns', () => {
  it('become an event', async () => {
    const table = {
      type: 'track',
      event: 'Order Completed',
      messageId: 'm1',
      userId: 'u1',
      anonymousId: 'a1',
      timestamp: '2026-11-20T10:00:00Z',
      email: 'a@example.com',
      phone: '+4915112345678',
      first_name: 'Ada',
      last_name: 'Lovelace',
      city: 'Berlin',
      state: 'BE',
      country: 'DE',
      postal_code: '10115',
      ip: '192.0.2.1',
      user_agent: 'Mozilla/5.0',
      url: 'https://example.com/',
      ttclid: 'E.C.P',
      ttp: 'cookie',
      value: '12.50',
      order_id: '12e5',
      colour: 'red',
      'context.page.referrer': 'https://example.org/',
      'properties.products.0.price': '3'
    }
    expect(await events(`${Object.keys(table).join()}\n${Object.values(table).join()}\n`)).toStrictEqual([
      {
        type: 'track',
        event: 'Order Completed',
        messageId: 'm1',
        userId: 'u1',
        anonymousId: 'a1',
        timestamp: '2026-11-20T10:00:00Z',
        context: {
          traits: {
            email: 'a@example.com',
            phone: '+4915112345678',
            first_name: 'Ada',
            last_name: 'Lovelace',
            address: { city: 'Berlin', state: 'BE', country: 'DE', postal_code: '10115' }
          },
          ip: '192.0.2.1',
          userAgent: 'Mozilla/5.0',
          page: { url: 'https://example.com/', referrer: 'https://example.org/' }
        },
        properties: {
          ttclid: 'E.C.P',
          ttp: 'cookie',
          value: '12.50',
          order_id: '12e5',
          colour: 'red',
          products: [{ price: '3' }]
        }
      }
    ])
  })

  it("accept the headers and event names of TikTok's upload template", async () => {
    const header = 'event_type,timestamp,email,phone,lead_id,click_id,value,currency,order_id'
    const row = 'Purchase,1795000000,a@example.com,+4915112345678,L1,E.C.P,12.50,EUR,o1'
    const {
      records: [record],
      columns
    } = await readAll(folder.write('input', `${header}\n${row}`))
    expect(columns?.hasTikTokEvents).toBe(true)
    expect(record).toStrictEqual({
      line: 2,
      event: {
        messageId: expect.stringMatching(/^derived-[0-9a-f]{32}$/) as string,
        type: 'track',
        event: 'Purchase',
        timestamp: '1795000000',
        context: { traits: { email: 'a@example.com', phone: '+4915112345678' } },
        properties: { lead_id: 'L1', ttclid: 'E.C.P', value: '12.50', currency: 'EUR', order_id: 'o1' }
      }
    })
  })

  it('are recognised regardless of case, spaces, dashes and underscores in their names', async () => {
    expect(await events('Event,First Name,ORDER-ID,userid,postalCode\nA,Ada,o1,u1,10115')).toStrictEqual([
      {
        type: 'track',
        event: 'A',
        userId: 'u1',
        context: { traits: { first_name: 'Ada', address: { postal_code: '10115' } } },
        properties: { order_id: 'o1' }
      }
    ])
  })

  it('are renamed by --column, and --event names the events of rows without a name', async () => {
    const rename = new Map([
      ['Kunden-Mail', 'context.traits.email'],
      ['Betrag', 'value']
    ])
    expect(
      await events('event,Kunden-Mail,Betrag\n,a@example.com,1\nRefund,,2', { rename, event: 'Order Completed' })
    ).toStrictEqual([
      {
        type: 'track',
        event: 'Order Completed',
        context: { traits: { email: 'a@example.com' } },
        properties: { value: '1' }
      },
      { type: 'track', event: 'Refund', properties: { value: '2' } }
    ])
  })

  it('may start with PK, like a ZIP file', async () => {
    expect(await events('PK,event\n1,A\n')).toStrictEqual([{ type: 'track', event: 'A', properties: { PK: '1' } }])
  })

  it('without a name are left out, like blank cells', async () => {
    expect(await events('event,,value,note\nA,x,, \n')).toStrictEqual([{ type: 'track', event: 'A' }])
  })
})

describe('cells', () => {
  it.each([
    ['"{""a"":1}"', { a: 1 }],
    ['"[{""product_id"":""p1""}]"', [{ product_id: 'p1' }]],
    ['[]', []],
    ['[1]', [1]],
    ['12e5', '12e5'],
    ['true', 'true'],
    ['[Sale] Jacket', '[Sale] Jacket'],
    ['" x "', 'x'],
    ['5" pipe', '5" pipe'],
    ['"a ""b"""', 'a "b"']
  ])('that are a JSON object or array are parsed, and others are text: %s', async (cell, value) => {
    expect(await events(`event,note\nA,${cell}\n`)).toStrictEqual([
      { type: 'track', event: 'A', properties: { note: value } }
    ])
  })

  it('that start like JSON but are not JSON reject their row', async () => {
    expect(await events('event,products\nA,"[{""product_id"""\nB,[]')).toStrictEqual([
      'The cell in column products starts like JSON but is not JSON.',
      { type: 'track', event: 'B', properties: { products: [] } }
    ])
  })

  it.each([
    ['1.234,50', '1234.50'],
    ['12,5', '12.5'],
    ['1.234', '1234'],
    ['12.50', '12.50'],
    ['-3', '-3'],
    ['1 234,5', '1234.5'],
    ['12,50 €', '12,50 €']
  ])('of numbers, with --decimal-comma: %s is read as %s', async (given, value) => {
    const [event] = await events(`event;value;tax;sizes;order_id\nA;${given};${given};38,40;1.234`, {
      decimalComma: true
    })
    expect(event).toMatchObject({ properties: { value, tax: value, sizes: '38,40', order_id: '1.234' } })
  })

  it.each([
    ['2026-11-20 14:30', '2026-11-20T13:30:00.000Z'],
    ['2026-07-20T14:30:05.250', '2026-07-20T12:30:05.250Z'],
    ['20.11.2026 9:05', '2026-11-20T08:05:00.000Z'],
    ['1.7.2026', '2026-06-30T22:00:00.000Z'],
    ['2026-11-20T14:30:00Z', '2026-11-20T14:30:00Z'],
    ['1795000000', '1795000000'],
    ['30.02.2026', '30.02.2026'],
    ['01/08/2026', '01/08/2026']
  ])('of times, with --time-zone Europe/Berlin: %s is read as %s', async (given, timestamp) => {
    expect(await events(`event,timestamp\nA,${given}`, { timeZone: 'Europe/Berlin' })).toStrictEqual([
      { type: 'track', event: 'A', timestamp }
    ])
  })
})

describe('rows', () => {
  it('may be separated by comma, semicolon, tab or bar, end with CRLF, and be compressed', async () => {
    for (const separator of [',', ';', '\t', '|']) {
      const text = `\ufeff"event"${separator} "value"\r\nA${separator}1\r\n\r\n"B\nb"${separator}2`
      expect(shorten(await records(text)).map((one) => one.split(':')[0])).toStrictEqual(['2', '4'])
      expect(await records(gzipSync(text))).toStrictEqual(await records(text))
    }
  })

  it('report the right line after a row of several lines', async () => {
    const text = 'event,note\n\nA,"x\ny\nz"\nB,1\n\n\nC,"u\nv"\nD,1'
    expect((await records(text)).map(({ line }) => line)).toStrictEqual([3, 6, 9, 11])
  })

  it('with too many cells are rejected, and blank rows are skipped', async () => {
    expect(await events('event,value\nA,1,50\n,\nB,2,\nC\n')).toStrictEqual([
      'The row has 3 cells, but the header has 2. Quote values that contain the separator.',
      { type: 'track', event: 'B', properties: { value: '2' } },
      { type: 'track', event: 'C' }
    ])
  })

  it('that are not UTF-8 are rejected', async () => {
    const text = Buffer.concat([
      Buffer.from('event,name\nA,x\n'),
      Buffer.from('B,M\u00fcller\n', 'latin1'),
      Buffer.from('C,y')
    ])
    const [, second, third] = await records(text)
    expect(second).toStrictEqual({
      line: 3,
      problem: 'The line is not UTF-8. Save the file as UTF-8 (in Excel: "CSV UTF-8").',
      given: ['B', 'M\ufffdller']
    })
    expect(third).toMatchObject({ event: { event: 'C' } })
  })

  const BROKEN =
    'This row or a later one is longer than 1 MB, or one of its quotes is not closed. The rest was not read.'

  it('end the file if a quote is not closed', async () => {
    expect(await events('event,note\nA,1\nB,"2\nC,3\n')).toStrictEqual([
      { type: 'track', event: 'A', properties: { note: '1' } },
      BROKEN
    ])
    const long = await records(`event,note\nA,1\nB,"2\n${'C,3\n'.repeat(300_000)}`)
    expect(long.slice(1)).toStrictEqual([{ line: 3, problem: BROKEN, given: undefined }])
  })

  it('end the file if a row of several lines is too long', async () => {
    const long = await records(`event,note\nA,1\nB,"${'x\n'.repeat(600_000)}"\nC,3\n`)
    expect(long.slice(1)).toStrictEqual([{ line: 3, problem: BROKEN, given: undefined }])
  })

  it('that are too long are rejected, and the others are read', async () => {
    expect(
      shorten(await records(`event,note\nA,1\nB,${'x'.repeat(2_000_000)}\nC,3\n`)).map((one) =>
        one.replace(/derived-.*/, 'event')
      )
    ).toStrictEqual(['3! The event is longer than 1 MB. Segment accepts 32 kB per event.', '2: event', '4: event'])
  })

  it('that are slightly too long are rejected, and the others are read', async () => {
    const [tooLong, ...others] = await records(`event,note\nA,${'x'.repeat(1_100_000)}\nB,2\nC,3\n`)
    expect(tooLong).toMatchObject({
      line: 2,
      problem: 'The event is longer than 1 MB. Segment accepts 32 kB per event.'
    })
    expect(others.map(({ line }) => line)).toStrictEqual([3, 4])
  })
})

describe('a header', () => {
  it.each<[string, string, ReadOptions, string]>([
    [
      'without a column for the event name',
      'email,value\na,1',
      {},
      'There is no column with event names. Set the name with --event, e.g. --event "Order Completed".'
    ],
    [
      'without a known column',
      'Kunde,Betrag\na,1',
      {},
      'The first line has no known column: Kunde, Betrag. Name the columns with --column, e.g. --column "Kunden-Mail=email", or set the format with --format.'
    ],
    [
      'with two columns for one property',
      'event,email,E-Mail',
      {},
      'The columns email and E-Mail are both read as context.traits.email. Rename one with --column "E-Mail=another_name".'
    ],
    [
      'without a column that --column names',
      'event,Kunden-Mail',
      { rename: new Map([['Kundenmail', 'email']]) },
      '--column: there is no column Kundenmail. Did you mean Kunden-Mail?'
    ],
    [
      'with an incomplete path',
      'event,context..email',
      {},
      'The column context..email is not a path, because a part of it is blank.'
    ],
    ['with an index that is too large', 'event,a.4294967295', {}, 'The column a.4294967295 has an index above 999.'],
    [
      'with an unknown time zone',
      'event,timestamp',
      { timeZone: 'Berlin' },
      '--time-zone Berlin is not a time zone. Use a name such as Europe/Berlin or America/New_York.'
    ]
  ])('%s is refused', async (_, text, options, message) => {
    expect(await refusal(text, options)).toBe(message)
  })

  it('does not change the prototype of objects', async () => {
    await events('event,__proto__.polluted,constructor.prototype.polluted\nA,1,2')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a file', () => {
  it.each<[string, string | Uint8Array, ReadOptions, string]>([
    ['in UTF-16', Buffer.from('\ufeffevent,value', 'utf16le'), {}, 'is UTF-16. Save it as UTF-8.'],
    ['of Excel', 'PK\u0003\u0004', {}, 'is an Excel or ZIP file. Save the table as CSV (UTF-8).'],
    [
      'of incomplete gzip',
      gzipSync('event,value\nA,1\n'.repeat(1000)).subarray(0, 40),
      {},
      'is an incomplete or damaged gzip file.'
    ],
    ['of JSON with an option for CSV', '{"type":"track"}', { event: 'A' }, 'is JSON.']
  ])('%s is refused', async (_, content, options, message) => {
    await expect(records(content, options)).rejects.toThrow(message)
  })

  it('that does not exist or is a folder is refused', async () => {
    await expect(readAll(`${folder.path}/none.csv`)).rejects.toThrow(`There is no file ${folder.path}/none.csv.`)
    await expect(readAll(folder.path)).rejects.toThrow('is a folder. Name a file, or - for standard input.')
  })

  it('without content has no events', async () => {
    expect(await records(' \n')).toStrictEqual([])
    expect(await records('')).toStrictEqual([])
    expect(await records('event,value\n')).toStrictEqual([])
  })
})
