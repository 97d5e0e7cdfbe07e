import { createApp } from '../../src/sandbox/app'
import { createFaultQueue } from '../../src/sandbox/faults'
import { PAGE_FILES } from '../../src/sandbox/page-files'
import { createRecords } from '../../src/sandbox/records'
import { code, page, table } from './markdown'

/** The page of the sandbox's HTTP: each route that it has. */
export function sandboxPage(): string {
  const app = createApp({
    rights: new Map(),
    records: createRecords(Date.now, 1_000_000),
    faults: createFaultQueue(),
    hosts: [],
    isProtected: false,
    reset: () => undefined
  })
  const assets = new Set(Object.keys(PAGE_FILES).map((name) => `/${name}`))
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !assets.has(path))
  return page(
    "The sandbox's HTTP",
    'Every route of the sandbox, and no others.',
    table(
      ['method', 'path'],
      routes.map(({ method, path }) => [method, code(path)])
    )
  )
}
