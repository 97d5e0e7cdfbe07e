import { readConfig } from '../config/read-config'
import { createLogger } from '../operations/log'
import { startRelay } from '../relay'

/** Options of `segment-tiktok relay`. */
export interface RelayOptions {
  readonly config: string
  readonly port?: number
}

/**
 * Runs a relay until SIGTERM or SIGINT, then finishes open requests and batches and ends the process. A second signal
 * ends it at once.
 * @throws IntegrationError for an invalid configuration, for a queue if NATS's client is not installed, or if the relay
 * cannot listen on its host and port
 */
export async function runRelay({ config: file, port }: RelayOptions): Promise<void> {
  const config = readConfig(file, process.env)
  const logger = createLogger()
  const relay = await startRelay({ ...config, port: port ?? config.port }, logger)
  logger.info({ origin: relay.origin, mode: config.queue === undefined ? 'direct' : 'queued' }, 'started')

  await new Promise<void>((resolve) => {
    let signals = 0
    const onSignal = (signal: NodeJS.Signals): void => {
      signals += 1
      if (signals > 1) process.exit(1)
      logger.info({ signal }, 'stopping')
      void relay.stop().then(resolve)
    }
    process.on('SIGTERM', onSignal)
    process.on('SIGINT', onSignal)
  })
  logger.info('stopped')
  // If NATS was never reached, its client is still trying to connect, which would keep the process running.
  process.exit()
}
