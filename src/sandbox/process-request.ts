import { jsonReply, refusal, type Outcome } from './answers'
import { parseBody, type TrackBody } from './body-schema'
import { isRecord } from '../shared/coerce'
import type { AcceptedEvent } from './records'

/** Each token, with the IDs of the sources that it has permission for. */
export type SourcesByToken = ReadonlyMap<string, ReadonlySet<string>>

/** Answers a request as TikTok does. The checks are in TikTok's order: token, permission for the source, body. */
export function processRequest(token: string | undefined, body: unknown, sourcesByToken: SourcesByToken): Outcome {
  if (!token) return refusal(40104)
  const allowed = sourcesByToken.get(token)
  if (!allowed) return refusal(40105)
  if (!isRecord(body)) return refusal(40002, 'Invalid request: the body is not a JSON object.')
  const id = body['event_source_id']
  // A missing or blank ID is reported with the other problems of the body.
  if (typeof id === 'string' && id.trim() !== '' && !allowed.has(id)) return refusal(40001, noPermission(id))
  const parsed = parseBody(body)
  if ('problem' in parsed) return refusal(40002, parsed.problem)
  return { reply: jsonReply(0), delay: 0, accepted: acceptedEvents(parsed.body) }
}

function noPermission(id: string): string {
  return `No permission to operate pixel code: ${id}. You must be an admin or operator of this advertiser account.`
}

function acceptedEvents({ event_source, event_source_id, partner_name, test_event_code, data }: TrackBody) {
  const root = {
    event_source,
    event_source_id,
    ...(partner_name === undefined ? {} : { partner_name }),
    ...(test_event_code === undefined ? {} : { test_event_code })
  }
  return data.map((event): AcceptedEvent => ({ ...root, data: event }))
}
