import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ADVICE, type FailedAnswer, toError } from '../../src/shared/events-api/errors'
import type { Reason } from '../../src/shared/reason'
import { brokenRules } from './broken-rules'
import { code, page, table } from './markdown'

interface ErrorParts {
  readonly name: string
  readonly code?: string
  readonly status?: number
  readonly message: string
}

/** Makes the page about errors: code, status, class and message. */
export async function errorsPage(): Promise<string> {
  const head = ['code', 'status', 'class', 'message']
  const answers = Object.keys(ADVICE) as FailedAnswer['verdict'][]
  const answered = answers.map((verdict) => {
    const error = toError({ verdict, ...(verdict === 'refused' && { code: 40002 }) }, 'token') as Error & ErrorParts
    return rowOf({ ...partsOf(error), message: ADVICE[verdict] })
  })
  const broken = await Promise.all(brokenRules.map(catchError))
  return page(
    'Errors',
    'Use `code` and `status` to tell errors apart. A minified bundle does not keep the names of the classes.',
    '## Errors from answers of TikTok',
    "The message also contains TikTok's message, return code and request ID. If TikTok answers 500, 502 or 504, the error in the second row has that status. If TikTok's refusal has no return code, the error has the HTTP status of the answer.",
    table(head, answered),
    '## Errors before a request',
    'Each row is the error of one example.',
    table(head, broken.map(rowOf)),
    '## Values that are omitted or changed',
    'The errors above and the output of the command line contain these texts.',
    table(
      ['reason', 'remedy'],
      (await reasons()).map(({ reason, remedy }) => [reason, remedy])
    )
  )
}

function partsOf(error: Error & ErrorParts): ErrorParts {
  const { code: errorCode, status, message } = error
  const isAggregate = Symbol.iterator in error
  const parts = isAggregate ? [...(error as unknown as Iterable<Error>)].map((part) => part.message) : [message]
  return {
    name: error.constructor.name,
    ...(errorCode !== undefined && { code: errorCode }),
    ...(status !== undefined && { status }),
    message: parts.join(' ')
  }
}

async function catchError(provoke: () => unknown): Promise<ErrorParts> {
  try {
    await provoke()
  } catch (error) {
    return partsOf(error as Error & ErrorParts)
  }
  throw new RangeError(`An example in scripts/docs/broken-rules.ts does not break a rule: ${String(provoke)}`)
}

function rowOf({ name, code: errorCode = '', status, message }: ErrorParts): string[] {
  return [code(errorCode), String(status ?? ''), code(name), message]
}

/** Collects the reasons of all tables whose names end in _REASONS. Each reason is listed once. */
async function reasons(): Promise<Reason[]> {
  const folder = 'src/shared'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-reasons.ts'))
    .sort()
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(resolve(join(folder, file))).href) as Promise<Record<string, unknown>>)
  )
  const tables = modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('_REASONS'))
      .flatMap(([, value]) => Object.values(value as Record<string, unknown>))
  )
  const isReason = (value: unknown): value is Reason => typeof value === 'object' && value !== null && 'remedy' in value
  return [...new Set(tables)].filter(isReason)
}
