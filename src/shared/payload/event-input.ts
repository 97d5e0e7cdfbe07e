import type { EventPayload } from '../fields/generated-types'

/** What the builders take: any choice of the fields, which may also be there and undefined, as after a renaming. */
export type EventInput = { [K in keyof EventPayload]?: EventPayload[K] | undefined }
