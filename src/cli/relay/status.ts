import { readConfig } from '../../relay/config/read-config'
import { askRelay } from '../../relay/operations/running-relay'
import { EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { readStatus, type Status } from './read-status'
import { showStatus } from './show-status'

/** The options of `relay status`. */
export interface StatusOptions {
  readonly config: string
  readonly port?: number
  readonly json?: boolean
}

/** Shows the status of a relay and its queue. */
export async function relayStatus({ config: file, port, json }: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const config = readConfig(file, process.env)
  const relay = await askRelay({ ...config, port: port ?? config.port })
  const status = await readStatus(config, relay)
  terminal.out(json === true ? `${JSON.stringify(status, null, 2)}\n` : showStatus(status, terminal))
  return acceptsEvents(status) ? EXIT.ok : EXIT.stopped
}

/**
 * Whether events are accepted. In the queued mode the queue decides, because other relays may accept events if this one
 * does not.
 */
function acceptsEvents({ mode, relay, queueProblem }: Status): boolean {
  return mode === 'queued' ? queueProblem === null : relay.isReachable && relay.problem === null
}
