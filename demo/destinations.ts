import type { DestinationDefinition, Subscription } from '@segment/actions-core'
import { examplesOf, subscriptionOf } from '../examples'
import uniqBy from 'lodash/uniqBy'
import { tiktokConversions, tiktokOfflineConversions } from '../src'
import { connect } from '../src/runtime'
import { redirectTo, type Sandbox } from '../src/sandbox'
import type { DemoDestination } from './run-event'

const ACCESS_TOKEN = 'sandbox-token'

/** TikTok Conversions with its presets and the mappings for events without a preset. */
export function webDestination(sandbox: Sandbox): DemoDestination {
  // Several examples may share one of these mappings, so it is not named after one of them.
  const own = examplesOf('tiktok-conversions')
    .flatMap(subscriptionOf)
    .map((subscription) => ({ ...subscription, name: 'none: a mapping from examples/' }))
  const definition = redirectTo(tiktokConversions, sandbox.origin)
  const settings = { accessToken: ACCESS_TOKEN, pixelCode: 'SANDBOX_PIXEL', crmEventSetId: 'SANDBOX_CRM' }
  return {
    connect: (subscriptions) => connect(definition, settings, { subscriptions }),
    subscriptions: [...presetsOf(tiktokConversions), ...uniqBy(own, 'subscribe')],
    sandbox
  }
}

/** TikTok Offline Conversions with its presets. */
export function storeDestination(sandbox: Sandbox): DemoDestination {
  const definition = redirectTo(tiktokOfflineConversions, sandbox.origin)
  const settings = { accessToken: ACCESS_TOKEN, eventSetID: 'SANDBOX_OFFLINE' }
  return {
    connect: (subscriptions) => connect(definition, settings, { subscriptions }),
    subscriptions: presetsOf(tiktokOfflineConversions),
    sandbox
  }
}

function presetsOf({ presets = [] }: Pick<DestinationDefinition, 'presets'>): Subscription[] {
  return presets.filter((preset) => 'subscribe' in preset)
}
