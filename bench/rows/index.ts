import type { Row } from '../row'
import type { Server } from '../start-server'
import { batch } from './batch'
import { browser } from './browser'
import { deliver } from './deliver'
import { hash } from './hash'
import { load } from './load'
import { mapping } from './mapping'
import { perform } from './perform'
import { runtime } from './runtime'
import { send } from './send'

/** The groups of rows, in the order of the table. */
export const GROUPS: Readonly<Record<string, (server: Server) => Row[] | Promise<Row[]>>> = {
  perform,
  mapping,
  deliver,
  send,
  runtime,
  batch,
  hash,
  load,
  browser
}
