import { readFileSync } from 'node:fs'
import { PARTIAL_SUCCESS, rateLimitWait, returnCode } from '../../src/shared/events-api/return-codes'
import { page, table } from './markdown'

const FILE = 'src/shared/events-api/return-codes.ts'

/** Makes the page about TikTok's return codes. The meanings are the comments of the table in the source. */
export function returnCodesPage(): string {
  const source = readFileSync(FILE, 'utf8')
  const verdicts = [...(/\/\*\*\n(.*?)\n \*\/\nexport type Verdict/s.exec(source)?.[1] ?? '').matchAll(/\* (- .*)/g)]
  const known = [...source.matchAll(/^ {2}(\d+|\[PARTIAL_SUCCESS\]): [A-Z_]+,? *\/\/ (.*)$/gm)].map(
    ([, key = '', meaning = '']) => ({ code: key.startsWith('[') ? PARTIAL_SUCCESS : Number(key), meaning })
  )
  const [, from = '', to = ''] = /code >= (\d+) && code <= (\d+)/.exec(source) ?? []
  const [, range = ''] = /\/\/ (.*)\n +if \(code >= /.exec(source) ?? []
  return page(
    "TikTok's return codes",
    'The verdict of the library on each `code` in an answer of the Events API. The HTTP status decides only if there is no code, because TikTok sends errors with HTTP 200.',
    '## Verdicts',
    verdicts.map(([, line]) => line).join('\n'),
    '## Codes',
    table(
      ['code', 'meaning', 'verdict', 'wait in seconds', 'cause'],
      [
        ...known.map(({ code, meaning }) => rowOf(String(code), meaning, code)),
        rowOf(`${from} to ${to}`, range, Number(from)),
        rowOf('any other', 'not documented by TikTok', -1)
      ]
    ),
    '## Waits after a rate limit',
    "If TikTok's message names one of these limits, the wait for the limit replaces the wait in the table above. A `Retry-After` header takes precedence over both.",
    table(
      ['limit', 'wait'],
      [
        ['QPS (per second)', secondsAfter('QPS')],
        ['QPM (per minute)', secondsAfter('QPM')],
        ['QPD (per day)', 'until 00:00 UTC']
      ]
    )
  )
}

function rowOf(label: string, meaning: string, code: number): string[] {
  const { verdict, wait, fault } = returnCode(code)
  return [label, meaning, verdict, wait === undefined ? '' : String(wait), fault ?? '']
}

function secondsAfter(limit: 'QPS' | 'QPM'): string {
  return `${rateLimitWait(40100, limit, 0)} s`
}
