import type { SegmentEvent, Subscription } from '@segment/actions-core'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** The subfolders with examples, one for each destination. */
export type ExampleDestination = 'tiktok-conversions' | 'tiktok-offline-conversions' | 'tiktok-pixel'

const values = v.record(v.string(), v.unknown())

const eventSchema = v.looseObject({ messageId: v.string(), type: v.string() })

const exampleSchema = v.pipe(
  v.strictObject({
    title: v.string(),
    /** A Segment event. Its message ID is the name of the file. */
    event: v.custom<SegmentEvent & { messageId: string }>((value) => v.is(eventSchema, value)),
    /** The mapping of the event. Default: the presets of the destination. */
    mapping: v.optional(values),
    /** Settings other than the access token and the source ID. */
    settings: v.optional(values),
    /** The events that TikTok gets, or the calls of the Pixel. */
    sent: v.optional(v.array(v.unknown())),
    /** The error that refuses the event. */
    error: v.optional(v.strictObject({ name: v.string(), status: v.number(), message: v.string() }))
  }),
  v.check(({ sent, error }) => (sent === undefined) !== (error === undefined), 'An example has either sent or error.')
)

/** A Segment event, and the events or the error that a destination produces for it. */
export type Example = v.InferOutput<typeof exampleSchema> & { readonly name: string }

/** The examples of a destination, by name. */
export function examplesOf(destination: ExampleDestination): Example[] {
  const folder = join(__dirname, destination)
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: file.replace('.json', ''),
      ...v.parse(exampleSchema, JSON.parse(readFileSync(join(folder, file), 'utf8')))
    }))
}

/** The subscription of an example with its own mapping. It matches all events of the same name. */
export function subscriptionOf({ title, event, mapping }: Example): Subscription[] {
  if (mapping === undefined) return []
  const isIdentify = event.type === 'identify'
  return [
    {
      name: title,
      subscribe: isIdentify ? 'type = "identify"' : `event = "${event.event ?? ''}"`,
      partnerAction: isIdentify ? 'identify' : 'reportWebEvent',
      mapping: mapping as NonNullable<Subscription['mapping']>
    }
  ]
}
