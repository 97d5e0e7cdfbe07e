import type { Target } from '../target'
import { digestOf } from './digest'
import type { SendOptions } from './options'
import type { Sender } from './sender'
import type { Identity } from './state'

/**
 * The digests that must be the same when a run is resumed. They leave out the token, so that it can be renewed.
 * @param input the digest of the input
 */
export function identityOf(
  input: string,
  { subscriptions }: Sender,
  { settings: { accessToken: _renewable, ...settings } }: Target,
  options: SendOptions
): Identity {
  const { destination, sandbox, api, format, column, event, decimalComma, timeZone } = options
  const where = sandbox === true ? 'sandbox' : api === undefined ? 'TikTok' : 'another origin'
  return {
    input,
    reading: digestOf({ format, column: column && [...column], event, decimalComma, timeZone }),
    mapping: digestOf(subscriptions),
    settings: digestOf({ destination, where, settings })
  }
}
