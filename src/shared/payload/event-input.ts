import type { EventPayload } from '../fields/generated-types'

/** The payload that the builders accept. Every field is optional. */
export type EventInput = { [K in keyof EventPayload]?: EventPayload[K] | undefined }
