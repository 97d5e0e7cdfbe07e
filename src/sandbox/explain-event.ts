import { isRecord } from '../shared/coerce'
import { serverDestinations } from './destinations'

/** The answer to `POST /explain`. */
export interface ExplainAnswer {
  readonly status: 200 | 400
  readonly body: object
}

/**
 * Explains what a destination would send for an event.
 * @param request `{ destination, event, settings, subscriptions? }`
 */
export async function explainEvent(request: unknown): Promise<ExplainAnswer> {
  if (!isRecord(request)) return badRequest('The body is not a JSON object.')
  const { destination, event, settings, subscriptions } = request
  const known = await serverDestinations()
  if (!isKeyOf(known, destination)) return badRequest(`destination must be one of ${Object.keys(known).join(', ')}.`)
  if (!isRecord(settings)) return badRequest('settings must be an object.')
  if (subscriptions !== undefined && !Array.isArray(subscriptions)) return badRequest('subscriptions must be a list.')
  const { explain } = await import('../runtime')
  try {
    // The runtime checks the settings and subscriptions, and its error names the mistake.
    return {
      status: 200,
      body: explain<unknown>(known[destination] as never, event, settings, subscriptions && { subscriptions })
    }
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : String(error))
  }
}

function isKeyOf<Holder extends object>(holder: Holder, key: unknown): key is keyof Holder {
  return typeof key === 'string' && Object.hasOwn(holder, key)
}

function badRequest(error: string): ExplainAnswer {
  return { status: 400, body: { error } }
}
