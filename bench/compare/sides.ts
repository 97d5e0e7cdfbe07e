import {
  Destination as OurHost,
  type Destination,
  type DestinationDefinition,
  type JSONObject
} from '@segment/actions-core'
import type * as Core from '@segment/actions-core'
import { createRequire } from 'node:module'
import conversions from '../../src/destinations/tiktok-conversions'
import offline from '../../src/destinations/tiktok-offline-conversions'
import { redirectTo } from '../../src/sandbox'
import type { Case } from './cases'

/** A server destination, which both packages have. */
export type DestinationName = 'conversions' | 'offline'

/** One of the two compared destinations. Its requests go to the sandbox. */
export interface Side {
  readonly host: Destination
  /** Returns the destination's settings with one subscription: the official preset, as a customer has saved it. */
  readonly settingsFor: (one: Case) => JSONObject
}

// Loaded by require, because the project must compile without the packages of bench/.
const load = createRequire(__filename)
const OFFICIAL = '@segment/action-destinations/dist/destinations'
const FOLDERS = { conversions: 'tiktok-conversions', offline: 'tiktok-offline-conversions' }
const OURS = { conversions, offline }
const SOURCES = { conversions: { pixelCode: 'SANDBOX_PIXEL' }, offline: { eventSetID: 'SANDBOX_OFFLINE' } }

/** Opens both sides of a destination. Each side uses the actions-core that is installed next to it. */
export function sidesOf(name: DestinationName, origin: string): Record<'ours' | 'official', Side> {
  const core = load('@segment/actions-core') as typeof Core
  const official = (load(`${OFFICIAL}/${FOLDERS[name]}`) as { default: DestinationDefinition<JSONObject> }).default
  const settingsFor = ({ preset, mapping }: Case): JSONObject => {
    const saved = official.presets?.find((one) => one.name === preset)
    if (saved?.type !== 'automatic') throw new Error(`The official package has no preset ${preset}.`)
    return {
      accessToken: 'sandbox-token',
      ...SOURCES[name],
      subscription: {
        name: preset,
        enabled: true,
        partnerAction: saved.partnerAction,
        subscribe: saved.subscribe,
        mapping: { ...(saved.mapping as JSONObject), ...mapping }
      }
    }
  }
  return {
    ours: { host: new OurHost(redirectTo(OURS[name] as never, origin)), settingsFor },
    official: { host: new core.Destination(redirectTo(official as never, origin)), settingsFor }
  }
}
