import { defaultValues, Destination, type JSONObject, type SegmentEvent } from '@segment/actions-core'
import { tiktokConversions } from '../../src'
import { type FixedFault, redirectTo, type Sandbox } from '../../src/sandbox'

/** The framework's result for one event of a batch. */
export interface Node {
  status: number
  errortype?: string
  errormessage?: string
  errorreporter?: string
  sent?: unknown
  body?: unknown
}

const { fields } = tiktokConversions.actions['reportWebEvent'] ?? { fields: {} }

/** A mapping of all fields by their defaults, with the event's own name. */
export const mapping: JSONObject = {
  ...(defaultValues(fields) as JSONObject),
  event: { '@path': '$.event' },
  event_source: { '@path': '$.properties.source' },
  test_event_code: { '@path': '$.properties.test_code' }
}

/** The settings that the sandbox accepts, with one subscription for all track events. */
export const settings: JSONObject = {
  accessToken: 'sandbox-token',
  pixelCode: 'SANDBOX_PIXEL',
  crmEventSetId: 'SANDBOX_CRM',
  subscription: { subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }
}

/** Creates this number of events, with the message IDs `e0`, `e1` … */
export function purchases(count: number, properties: (index: number) => object = () => ({})): SegmentEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    messageId: `e${index}`,
    type: 'track',
    event: 'CompletePayment',
    userId: `user-${index}`,
    timestamp: '2026-11-19T12:00:00.000Z',
    properties: { value: 10, currency: 'EUR', source: 'web', ...properties(index) }
  }))
}

/** Runs a batch through actions-core against the sandbox. */
export async function onBatch(
  sandbox: Sandbox,
  events: SegmentEvent[],
  overrides: JSONObject = {},
  timeout = 5000
): Promise<Node[]> {
  const destination = new Destination(redirectTo(tiktokConversions, sandbox.origin, { timeout }))
  const [result] = await destination.onBatch(events, { ...settings, ...overrides })
  return result?.multistatus ?? []
}

/** The event ids of a request's body, in order. */
export function idsOf(body: unknown): string[] {
  return (body as { data: { event_id: string }[] }).data.map(({ event_id }) => event_id)
}

/**
 * A fault that refuses requests with one of these events.
 * @param naming whether the refusal names the first of them
 * @param base the number of the first position in a request
 */
export function refuse(
  bad: ReadonlySet<string>,
  naming: 'named' | 'unnamed',
  base = 0
): (body: unknown) => FixedFault | undefined {
  return (body) => {
    const position = idsOf(body).findIndex((id) => bad.has(id))
    if (position < 0) return undefined
    if (naming === 'unnamed') return { code: 40002, message: 'Invalid request.' }
    return { code: 40002, message: `Invalid value for data.${position + base}.event_id: not a valid string.` }
  }
}
