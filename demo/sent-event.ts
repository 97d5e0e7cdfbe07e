import * as v from 'valibot'

/** The parts of a sent event that the demo shows. */
export interface SentEvent {
  readonly event: string
  /** The short names of its match keys. */
  readonly matchKeys: readonly string[]
}

const values = v.optional(v.record(v.string(), v.unknown()), {})

const oneEvent = v.object({ data: v.strictTuple([v.object({ event: v.string(), user: values, lead: values })]) })

/** Short names for the demo. Several match keys may share one. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  external_id: 'ext_id',
  first_name: 'name',
  last_name: 'name',
  zip_code: 'zip',
  city: 'place',
  state: 'place',
  country: 'place',
  user_agent: 'ua'
}

const NO_MATCH_KEYS = ['locale', 'lead_event_source']

/** The event of a request with one event; undefined for any other body. */
export function sentEvent(body: unknown): SentEvent | undefined {
  const parsed = v.safeParse(oneEvent, body)
  if (!parsed.success) return undefined
  const { event, user, lead } = parsed.output.data[0]
  return { event, matchKeys: matchKeys({ ...user, ...lead }) }
}

function matchKeys(values: Readonly<Record<string, unknown>>): string[] {
  const keys = Object.entries(values)
    .filter(([key]) => !NO_MATCH_KEYS.includes(key))
    .map(([key, value]) => {
      const times = Array.isArray(value) && value.length > 1 ? `×${value.length}` : ''
      return `${SHORT_NAMES[key] ?? key}${times}`
    })
  return [...new Set(keys)]
}
