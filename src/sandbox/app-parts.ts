import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { FaultQueue } from './faults'
import type { Rights } from './judge'
import type { Records } from './records'

/** A Hono app that knows Node's request and response. */
export type App = Hono<{ Bindings: HttpBindings }>

/** The parts that the routes use. */
export interface AppParts {
  readonly rights: Rights
  readonly records: Records
  readonly faults: FaultQueue
  /** The hosts that requests may name, besides this machine's own names. */
  readonly hosts: readonly string[]
  /** Whether the records ask for a token: other machines can reach the sandbox. */
  readonly isProtected: boolean
  /** Forgets the requests, the events and the faults. */
  readonly reset: () => void
}
