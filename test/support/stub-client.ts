import type { DestinationDefinition, ModifiedResponse, RequestClient } from '@segment/actions-core'
import type { RequestBody } from '../../src/shared/events-api/request'

const ACCEPTED = { status: 200, content: '{"code":0,"message":"OK","request_id":"stub","data":{}}' } as ModifiedResponse

/** A client that accepts everything without a network, and the bodies that it received. */
export function stubClient(): { request: RequestClient; bodies: RequestBody[] } {
  const bodies: RequestBody[] = []
  const request = (_url: string, options?: { json?: unknown }) => {
    bodies.push(options?.json as RequestBody)
    return Promise.resolve(ACCEPTED)
  }
  return { request: request as RequestClient, bodies }
}

/** The definition with this client for its batches, instead of the host's. */
export function withClient<Settings>(
  definition: DestinationDefinition<Settings>,
  request: RequestClient
): DestinationDefinition<Settings> {
  const actions = Object.entries(definition.actions).map(([key, action]) => {
    const { performBatch } = action
    return [
      key,
      { ...action, ...(performBatch && { performBatch: (_: unknown, data: never) => performBatch(request, data) }) }
    ]
  })
  return { ...definition, actions: Object.fromEntries(actions) as typeof definition.actions }
}
