import { EVENT_TRACK_PATH, PIXEL_EVENT_PATH, startSandbox } from '../../src/sandbox'
import { createApp } from '../../src/sandbox/app'
import { createFaultQueue } from '../../src/sandbox/faults'
import { PAGE_FILES } from '../../src/sandbox/page-files'
import { createRecords } from '../../src/sandbox/records'
import { block, code, page, table } from './markdown'
import { refusals } from './sandbox-refusals'

/** The request of an example. */
interface ExampleRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const TOKEN = { 'Access-Token': 'sandbox-token' }
const event = { event: 'Contact', event_time: 1795089600, event_id: 'm1', user: {} }
const trackBody = { event_source: 'web', event_source_id: 'SANDBOX_PIXEL', data: [event] }

/** The examples run in this order in one sandbox, so that an answer can show the data of earlier requests. */
const EXAMPLE_REQUESTS: readonly ExampleRequest[] = [
  { method: 'POST', path: EVENT_TRACK_PATH, headers: TOKEN, body: trackBody },
  { method: 'POST', path: PIXEL_EVENT_PATH, body: { pixel_code: 'SANDBOX_PIXEL', event: 'Contact', event_id: 'm1' } },
  { method: 'GET', path: '/requests' },
  { method: 'GET', path: '/accepted' },
  { method: 'GET', path: '/counted' },
  { method: 'DELETE', path: '/requests' },
  { method: 'POST', path: '/faults', body: { fault: { code: 40100 }, times: 2 } },
  { method: 'DELETE', path: '/faults' },
  {
    method: 'POST',
    path: '/explain',
    body: {
      destination: 'tiktok-conversions',
      event: { type: 'track', event: 'order completed', messageId: 'm2' },
      settings: { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
    }
  }
]

/** Makes the page about the sandbox's HTTP interface: all routes, and examples with their answers. */
export async function sandboxPage(): Promise<string> {
  return page(
    "The sandbox's HTTP",
    'All routes of the sandbox. [The sandbox](../sandbox.md#over-http) explains them.',
    table(
      ['method', 'path'],
      routes().map(({ method, path }) => [method, code(path)])
    ),
    '## Examples',
    'The examples ran in this order in a new sandbox. Each request ID is replaced by `…`. The routes without an example deliver the page of the sandbox and its data.',
    ...(await examples()),
    '## Refusals',
    'Each request was sent to a sandbox and got this answer.',
    await refusals()
  )
}

function routes(): { method: string; path: string }[] {
  const app = createApp({
    sourcesByToken: new Map(),
    records: createRecords(Date.now, 1_000_000),
    faults: createFaultQueue(),
    hosts: [],
    requiresToken: false,
    reset: () => undefined
  })
  const assets = new Set(Object.keys(PAGE_FILES).map((name) => `/${name}`))
  return app.routes.filter(({ method, path }) => method !== 'ALL' && !assets.has(path))
}

async function examples(): Promise<string[]> {
  const sandbox = await startSandbox({ now: () => Date.UTC(2026, 10, 19, 12) })
  try {
    const sections: string[] = []
    for (const request of EXAMPLE_REQUESTS) sections.push(await example(sandbox.origin, request))
    return sections
  } finally {
    await sandbox.close()
  }
}

async function example(origin: string, { method, path, headers = {}, body }: ExampleRequest): Promise<string> {
  const text = body === undefined ? null : JSON.stringify(body)
  const response = await fetch(origin + path, { method, headers, body: text })
  const answer = (await response.text()).replace(/"request_id":"\d+"/g, '"request_id":"…"')
  const sent = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [
    `### ${method} ${path}`,
    ...(text === null ? [] : [[...sent.map((line) => code(line)), block('json', pretty(text))].join('\n\n')]),
    `Answer: ${response.status}${answer === '' ? ' without a body' : ''}`,
    ...(answer === '' ? [] : [block('json', pretty(answer))])
  ].join('\n\n')
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2)
}
