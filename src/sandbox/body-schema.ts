import * as v from 'valibot'
import { crmEvent, offlineEvent, webEvent } from './event-schema'
import { list, nonblankText, optionalText, root } from './schema-parts'

const MAX_EVENTS = 1000

function bodyOf<const Source extends string, const Event extends v.GenericSchema>(source: Source, event: Event) {
  return root({
    event_source: v.literal(source),
    event_source_id: nonblankText,
    partner_name: optionalText,
    test_event_code: optionalText,
    // The length is checked first, so that the error is about the length even if an event is invalid too.
    data: v.pipe(
      list(v.unknown()),
      v.minLength(1, 'at least 1 event per request'),
      v.maxLength(MAX_EVENTS, `at most ${MAX_EVENTS} events per request`),
      list(event)
    )
  })
}

const body = v.variant(
  'event_source',
  [bodyOf('web', webEvent), bodyOf('crm', crmEvent), bodyOf('offline', offlineEvent)],
  'must be one of web, crm, offline'
)

/** A body that TikTok accepts. */
export type TrackBody = v.InferOutput<typeof body>

/** Returns the body if TikTok accepts it, otherwise a message about the first problem. The message quotes no value. */
export function parseBody(input: unknown): { body: TrackBody } | { problem: string } {
  const result = v.safeParse(body, input, { abortEarly: true })
  if (result.success) return { body: result.output }
  const [issue] = result.issues
  return { problem: `Invalid value for ${v.getDotPath(issue) ?? 'body'}: ${issue.message}.` }
}
