import { createRequestClient } from '@segment/actions-core'
import { destinations, tiktokConversions, tiktokOfflineConversions } from '../../src'
import { connect } from '../../src/runtime'
import { decimalCommaError } from '../../src/runtime/decimal-comma'
import { schemaOf } from '../../src/runtime/field-schema'
import { redirectTo, startSandbox } from '../../src/sandbox'
import { toEventTime } from '../../src/shared/payload/timestamp'

const NOW = Date.parse('2026-11-01T00:00:00Z')
const settings = { accessToken: 'token', pixelCode: 'C1' }
const client = createRequestClient()

/** Calls the action. It sends nothing, because every payload below is refused before a request is made. */
function report(payload: object, given = settings): unknown {
  const action = tiktokConversions.actions['reportWebEvent']
  return action?.perform(client, { payload, settings: given } as never)
}

function reportOffline(payload: object): unknown {
  const action = tiktokOfflineConversions.actions['reportOfflineEvent']
  return action?.perform(client, { payload, settings: { accessToken: 'token', eventSetID: '1' } } as never)
}

function connectWith(options: object, given: object = settings, definition: unknown = tiktokConversions): unknown {
  return connect(definition as typeof tiktokConversions, given as typeof settings, options)
}

const contact = { subscribe: 'event = "Contact"', partnerAction: 'reportWebEvent', mapping: { event: 'Contact' } }

/** Examples that break a rule, so that an error is thrown before a request is made. */
export const brokenRules: readonly (() => unknown)[] = [
  () => {
    schemaOf(tiktokConversions.actions['reportWebEvent']?.fields ?? {}).validate({ event: 'Contact', value: '$12.50' })
  },
  () => {
    throw decimalCommaError({ value: '12,50' }, tiktokConversions.actions['reportWebEvent']?.fields ?? {}) as Error
  },
  () => report({ event: ' ' }),
  () => toEventTime('yesterday', NOW),
  () => toEventTime('2027-01-01T00:00:00Z', NOW),
  () => report({ event: 'Contact', event_source: 'crm' }, { ...settings, crmEventSetId: '1' } as typeof settings),
  () => reportOffline({ event: 'Contact' }),
  () => report({ event: 'Contact' }, { ...settings, accessToken: ' ' }),
  () => report({ event: 'Contact' }, { ...settings, pixelCode: ' ' }),
  () => connectWith({}, settings, destinations['actions-tiktok-pixel']),
  () => connectWith({}, { ...settings, pixelcode: 'C1' }),
  () => connectWith({}, { accessToken: 'token' }),
  () => connectWith({ subscription: [] }),
  () => connectWith({ timeout: -1 }),
  () => connectWith({ concurrency: 0 }),
  () => connectWith({ subscriptions: {} }),
  () => connectWith({ subscriptions: [{ ...contact, subscribe: ' ' }] }),
  () => connectWith({ subscriptions: [{ ...contact, subscribe: 'event is "Contact"' }] }),
  () => connectWith({ subscriptions: [{ ...contact, partnerAction: 'reportWebEvents' }] }),
  () => connectWith({ subscriptions: [{ ...contact, mapping: { event: { '@pth': '$.event' } } }] }),
  () => redirectTo(tiktokConversions, 'https://example.com'),
  () => startSandbox({ host: '0.0.0.0' })
]
