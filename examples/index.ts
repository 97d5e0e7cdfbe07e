import type { SegmentEvent, Subscription } from '@segment/actions-core'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** The folders of this folder: one for each destination. */
export type ExampleDestination = 'tiktok-conversions' | 'tiktok-offline-conversions' | 'tiktok-pixel'

const values = v.record(v.string(), v.unknown())

const identified = v.looseObject({ messageId: v.string(), type: v.string() })

const exampleSchema = v.pipe(
  v.strictObject({
    title: v.string(),
    /** A Segment event. Its message ID is the name of the file. */
    event: v.custom<SegmentEvent & { messageId: string }>((value) => v.is(identified, value)),
    /** The mapping that the event goes through. Default: the presets of the destination. */
    mapping: v.optional(values),
    /** Settings besides the access token and the source. */
    settings: v.optional(values),
    /** The events as TikTok gets them, or the calls of the pixel. */
    sent: v.optional(v.array(v.unknown())),
    /** The error that the event is refused with. */
    error: v.optional(v.strictObject({ name: v.string(), status: v.number(), message: v.string() }))
  }),
  v.check(({ sent, error }) => (sent === undefined) !== (error === undefined), 'An example holds either sent or error.')
)

/** A Segment event and what a destination makes of it. */
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

/** The subscription of an example that has a mapping of its own. It takes all events of the same name. */
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
