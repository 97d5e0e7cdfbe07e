import type { EventPayload } from '../fields/generated-types'

/**
 * An `EventPayload` with every field optional: the input of the builders in this folder. A field may be missing,
 * because the browser does not validate payloads. It may also be undefined, because the offline action passes on
 * renamed fields that have no value; with `exactOptionalPropertyTypes`, `?:` alone forbids that.
 */
export type EventInput = { [K in keyof EventPayload]?: EventPayload[K] | undefined }
