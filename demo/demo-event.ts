import type { SegmentEvent } from '@segment/actions-core'

/** A Segment event with a message ID. */
export type DemoEvent = SegmentEvent & { readonly messageId: string }
