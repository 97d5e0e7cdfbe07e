import { createRequestClient } from '@segment/actions-core'
import once from 'lodash/once'
import type { Connection, Subscription } from '../../runtime'
import { readSubscriptions } from '../mapping-file'
import type { Target } from '../target'
import { subscriptionsByTikTokName } from '../tiktok-events'
import { acceptingClient, countingClient } from './clients'
import type { SendOptions } from './options'

/** Sends events, and counts its requests. */
export interface Sender {
  readonly subscriptions: readonly Subscription[]
  readonly connection: Connection
  /**
   * Returns the connection for events that no subscription matches and that have the name of a TikTok event. It is
   * created on the first call, because few inputs need it.
   */
  readonly byTikTokName: () => Connection
  readonly requests: () => number
}

/**
 * Connects the target with the subscriptions of the mapping.
 * @throws an error that names the place of a mistake in the settings or the mapping
 */
export async function createSender({ destination, settings }: Target, options: SendOptions): Promise<Sender> {
  const { mapping, dryRun = false, testEventCode, concurrency } = options
  const withCode = ({ mapping: fields, ...subscription }: Subscription): Subscription => ({
    ...subscription,
    mapping: testEventCode === undefined ? fields : { ...fields, test_event_code: testEventCode }
  })
  const subscriptions = (await readSubscriptions(destination, mapping)).map(withCode)
  const presets = (await readSubscriptions(destination, undefined)).map(withCode)
  const client = countingClient(dryRun ? acceptingClient : createRequestClient())
  const connect = (some: readonly Subscription[]): Connection =>
    destination.connect(settings, { subscriptions: some, request: client.request, concurrency })
  return {
    subscriptions,
    connection: connect(subscriptions),
    byTikTokName: once(() => connect(subscriptionsByTikTokName(presets))),
    requests: client.count
  }
}
