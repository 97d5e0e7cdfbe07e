import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ADVICE, type FailedAnswer, toError } from '../../src/shared/events-api/errors'
import type { Reason } from '../../src/shared/reason'
import { brokenRules } from './broken-rules'
import { code, page, table } from './markdown'

interface KnownError {
  readonly name: string
  readonly code?: string
  readonly status?: number
  readonly message: string
}

/** The page about all errors: code, status, what happened and what to do. */
export async function errorsPage(): Promise<string> {
  const head = ['code', 'status', 'class', 'message']
  const answers = Object.keys(ADVICE) as FailedAnswer['verdict'][]
  const answered = answers.map((verdict) => {
    const error = toError({ verdict, ...(verdict === 'refused' && { code: 40002 }) }, 'token') as Error & KnownError
    return rowOf({ ...named(error), message: ADVICE[verdict] })
  })
  const broken = await Promise.all(brokenRules.map(caught))
  return page(
    'Errors',
    'Read `code` and `status`. A bundle that was minified does not keep the names of the classes.',
    '## What TikTok answered',
    "TikTok's message, its return code and its request ID follow the text. `unavailable` also has the status of the answer: 500, 502, 503 or 504.",
    table(head, answered),
    '## What is wrong before anything is sent',
    'Each was provoked by one example.',
    table(head, broken.map(rowOf)),
    '## Why a value is not sent, or not as it is',
    'These texts are part of the errors above, and of the output of the command line.',
    table(
      ['what happened', 'what to do'],
      (await reasons()).map(({ reason, remedy }) => [reason, remedy])
    )
  )
}

function named(error: Error & KnownError): KnownError {
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

async function caught(provoke: () => unknown): Promise<KnownError> {
  try {
    await provoke()
  } catch (error) {
    return named(error as Error & KnownError)
  }
  throw new RangeError(`an example of scripts/docs/broken-rules.ts breaks no rule: ${String(provoke)}`)
}

function rowOf({ name, code: errorCode = '', status, message }: KnownError): string[] {
  return [code(errorCode), String(status ?? ''), code(name), message]
}

/** The reasons of all tables whose names end in _REASONS, each once. */
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
      .flatMap(([, found]) => Object.values(found as Record<string, unknown>))
  )
  const isReason = (value: unknown): value is Reason => typeof value === 'object' && value !== null && 'remedy' in value
  return [...new Set(tables)].filter(isReason)
}
