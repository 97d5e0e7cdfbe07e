import type { ActionDefinition } from '@segment/actions-core'
import { deliverBatch } from './batch'
import { isFailure, toError } from './errors'
import { type OutgoingEvent, buildRequestBody } from './request'
import { type ApiAccess, post } from './send'

/** What a server destination is: where it sends, and what it makes of a payload. Both are pure. */
export interface Route<Settings, Payload> {
  readonly apiAccess: (settings: Settings) => ApiAccess
  /**
   * @param payload the validated payload
   * @param settings the destination's settings
   * @param now the clock, in milliseconds since 1970
   * @throws PayloadValidationError for a payload that TikTok would refuse
   */
  readonly buildOutgoingEvent: (payload: Payload, settings: Settings, now: number) => OutgoingEvent
}

/**
 * The functions of an action that sends its events along a route.
 *
 * `perform` throws an error of the framework for everything that TikTok did not accept. `performBatch` never throws; it
 * returns one entry per payload.
 */
export function createPerform<Settings, Payload>(
  route: Route<Settings, Payload>
): Required<Pick<ActionDefinition<Settings, Payload>, 'perform' | 'performBatch'>> {
  return {
    perform: async (request, { payload, settings }) => {
      const channel = route.apiAccess(settings)
      const addressed = route.buildOutgoingEvent(payload, settings, Date.now())
      const { answer, response } = await post(request, channel, buildRequestBody(addressed, [addressed.event]))
      if (isFailure(answer)) throw toError(answer, channel.accessToken)
      return response
    },
    performBatch: (request, { payload: payloads, settings }) => {
      const now = Date.now()
      const build = payloads.map((payload) => () => route.buildOutgoingEvent(payload, settings, now))
      return deliverBatch(request, route.apiAccess(settings), build)
    }
  }
}
