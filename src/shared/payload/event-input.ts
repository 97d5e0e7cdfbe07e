import type { EventPayload } from '../fields/generated-types'

/** The payload that the builders take: any of the fields, each of which may be undefined. */
export type EventInput = { [K in keyof EventPayload]?: EventPayload[K] | undefined }
