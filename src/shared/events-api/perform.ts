import type { ActionDefinition } from '@segment/actions-core'
import { deliverBatch } from './batch'
import { isFailure, toError } from './errors'
import { buildRequestBody, type OutgoingEvent } from './request'
import { type ApiAccess, post } from './send'

/** How a server destination turns settings and payloads into requests. Both functions are pure. */
export interface Route<Settings, Payload> {
  readonly apiAccess: (settings: Settings) => ApiAccess
  /**
   * @param payload the validated payload
   * @param settings the destination's settings
   * @param now the clock, in milliseconds since 1970
   * @throws PayloadValidationError for a payload from which no valid event can be built
   */
  readonly buildOutgoingEvent: (payload: Payload, settings: Settings, now: number) => OutgoingEvent
}

/**
 * Creates the `perform` and `performBatch` of an action. `perform` throws an error of the framework unless TikTok
 * accepts the event. `performBatch` never throws, and returns one entry per payload.
 */
export function createPerform<Settings, Payload>(
  route: Route<Settings, Payload>
): Required<Pick<ActionDefinition<Settings, Payload>, 'perform' | 'performBatch'>> {
  return {
    perform: async (request, { payload, settings }) => {
      const access = route.apiAccess(settings)
      const outgoing = route.buildOutgoingEvent(payload, settings, Date.now())
      const { answer, response } = await post(request, access, buildRequestBody(outgoing, [outgoing.event]))
      if (isFailure(answer)) throw toError(answer, access.accessToken)
      return response
    },
    performBatch: (request, { payload: payloads, settings }) => {
      const now = Date.now()
      const builders = payloads.map((payload) => () => route.buildOutgoingEvent(payload, settings, now))
      return deliverBatch(request, route.apiAccess(settings), builders)
    }
  }
}
