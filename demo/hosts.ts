import { Destination, type DestinationDefinition, type Subscription } from '@segment/actions-core'
import { examplesOf, subscriptionOf } from '../examples'
import uniqBy from 'lodash/uniqBy'
import { tiktokConversions, tiktokOfflineConversions } from '../src'
import { redirectTo, type Sandbox } from '../src/sandbox'
import type { Host } from './run-event'

const ACCESS_TOKEN = 'sandbox-token'

/** TikTok Conversions with its presets and the mappings for events without a preset. */
export function webHost(sandbox: Sandbox): Host {
  const own = examplesOf('tiktok-conversions').flatMap(subscriptionOf)
  return {
    destination: new Destination(redirectTo(tiktokConversions, sandbox.origin)),
    settings: { accessToken: ACCESS_TOKEN, pixelCode: 'SANDBOX_PIXEL', crmEventSetId: 'SANDBOX_CRM' },
    subscriptions: [...presetsOf(tiktokConversions), ...uniqBy(own, 'subscribe')],
    sandbox
  }
}

/** TikTok Offline Conversions with its presets. */
export function storeHost(sandbox: Sandbox): Host {
  return {
    destination: new Destination(redirectTo(tiktokOfflineConversions, sandbox.origin)),
    settings: { accessToken: ACCESS_TOKEN, eventSetID: 'SANDBOX_OFFLINE' },
    subscriptions: presetsOf(tiktokOfflineConversions),
    sandbox
  }
}

function presetsOf({ presets = [] }: Pick<DestinationDefinition, 'presets'>): Subscription[] {
  return presets.filter((preset) => 'subscribe' in preset)
}
