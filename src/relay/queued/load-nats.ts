import type * as JetStream from '@nats-io/jetstream'
import type * as Transport from '@nats-io/transport-node'
import { configurationError } from '../../runtime/configuration-error'

/** NATS's client, which only the queued mode needs. */
export type NatsLibrary = Pick<typeof Transport, 'connect'> & typeof JetStream

/**
 * Loads NATS's client.
 * @throws IntegrationError that says how to install it, if it is missing
 */
export async function loadNats(): Promise<NatsLibrary> {
  try {
    const [{ connect }, jetStream] = await Promise.all([
      import('@nats-io/transport-node'),
      import('@nats-io/jetstream')
    ])
    return { ...jetStream, connect }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!/MODULE_NOT_FOUND$/.test(code)) throw error
    throw configurationError(
      [
        "The queued mode needs NATS's client. Install it:",
        '  npm install @nats-io/transport-node@3 @nats-io/jetstream@3',
        'or, with npx:',
        '  npx -p segment-tiktok-destinations -p @nats-io/transport-node@3 -p @nats-io/jetstream@3 segment-tiktok relay …'
      ].join('\n')
    )
  }
}
