import type { InputField } from '@segment/actions-core'
import { path } from './directives'

/** The event itself. Source: TikTok, "Events API 2.0: Payload". */
export const eventFields = {
  event: {
    label: 'Event Name',
    type: 'string',
    required: true,
    description:
      "The event's name at TikTok: a standard event, e.g. `CompletePayment`, or a custom name. TikTok deduplicates events of the Pixel and the server only if both have the same name."
  },
  event_id: {
    label: 'Event ID',
    type: 'string',
    description:
      'The ID of the event. Within 48 hours TikTok drops a second event with the same name and ID, so the Pixel and the server must send the same ID.',
    default: path('$.messageId')
  },
  timestamp: {
    label: 'Event Timestamp',
    type: 'string',
    description:
      'The time of the event: ISO 8601, `2026-08-01 10:11:12` as data warehouses export it, RFC 2822, `Aug 1, 2026 10:11:12`, or seconds or milliseconds since 1970. If it is empty, the current time is sent. Other values, and times more than a day in the future, are refused.',
    default: path('$.timestamp')
  },
  limited_data_use: {
    label: 'Limited Data Use',
    type: 'boolean',
    description: "Asks TikTok to limit the processing of this event under the privacy law of the person's state.",
    default: path('$.properties.limited_data_use')
  },
  test_event_code: {
    label: 'Test Event Code',
    type: 'string',
    description:
      'TikTok Events Manager shows an event with this code under "Test Events" and does not count it. Leave it empty in production.'
  }
} satisfies Record<string, InputField>

/** The source of the event and its kind of additional properties. */
export const sourceFields = {
  event_source: {
    label: 'Event Source',
    type: 'string',
    description: 'The source of the event: the website (default) or a CRM system.',
    choices: [
      { value: 'web', label: 'Website' },
      { value: 'crm', label: 'CRM' }
    ],
    default: 'web'
  },
  event_spec_type: {
    label: 'Additional Fields',
    type: 'string',
    description: 'The kind of additional properties that the event has: travel or vehicle properties.',
    choices: [
      { value: 'travel_fields', label: 'Travel' },
      { value: 'vehicle_fields', label: 'Vehicle' }
    ]
  }
} satisfies Record<string, InputField>

/** The batching of events by Segment. Source: Segment, "Destination Actions: Batching". */
export const batchingFields = {
  enable_batching: {
    label: 'Batch Data to TikTok',
    type: 'boolean',
    description: 'Sends up to 1,000 events in one request.',
    default: true
  },
  batch_size: {
    label: 'Batch Size',
    type: 'number',
    description: 'The maximum number of events in a batch: 1 to 1,000.',
    default: 1000,
    minimum: 1,
    maximum: 1000,
    unsafe_hidden: true
  }
} satisfies Record<string, InputField>
