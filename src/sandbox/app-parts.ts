import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { FaultQueue } from './faults'
import type { SourcesByToken } from './process-request'
import type { Records } from './records'

/** A Hono app with access to Node's request and response. */
export type App = Hono<{ Bindings: HttpBindings }>

/** The parts that the routes use. */
export interface AppParts {
  readonly sourcesByToken: SourcesByToken
  readonly records: Records
  readonly faults: FaultQueue
  /** The hosts that the server answers for, besides `localhost`, `127.0.0.1` and `[::1]`. */
  readonly hosts: readonly string[]
  /** Whether the records and the page's data require a token. They do if other machines can reach the sandbox. */
  readonly requiresToken: boolean
  /** Deletes the requests, the events and the pending faults. */
  readonly reset: () => void
}
