import type { Target } from '../target'
import { digestOf } from './digest'
import type { SendOptions } from './options'
import type { Sender } from './sender'
import type { Identity } from './state'

/**
 * What a run that goes on must have in common with the one before. The token is not part of it: a renewed one can go on.
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
