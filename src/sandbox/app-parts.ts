import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { FaultQueue } from './faults'
import type { Rights } from './judge'
import type { Records } from './records'

/** A Hono app with access to Node's request and response. */
export type App = Hono<{ Bindings: HttpBindings }>

/** The parts that the routes use. */
export interface AppParts {
  readonly rights: Rights
  readonly records: Records
  readonly faults: FaultQueue
  /** The hosts that requests may be sent to, besides this machine's own names. */
  readonly hosts: readonly string[]
  /** Whether the records require a token, because other machines can reach the sandbox. */
  readonly isProtected: boolean
  /** Forgets the requests, the events and the faults. */
  readonly reset: () => void
}
