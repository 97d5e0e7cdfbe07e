import * as v from 'valibot'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty())

const pixelEvent = v.looseObject({
  pixel_code: text,
  event: text,
  event_id: v.optional(v.string()),
  properties: v.optional(v.record(v.string(), v.unknown())),
  user: v.optional(v.record(v.string(), v.unknown()))
})

/** An event of the Pixel in a browser, as the stand-in for TikTok's script posts it. */
export type PixelEvent = v.InferOutput<typeof pixelEvent>

/** Parses an event of the Pixel. Returns undefined for any other body. */
export function parsePixelEvent(body: unknown): PixelEvent | undefined {
  const { success, output } = v.safeParse(pixelEvent, body)
  return success ? output : undefined
}
