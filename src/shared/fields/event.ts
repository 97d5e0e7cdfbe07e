import type { InputField } from '@segment/actions-core'
import { path } from './directives'

/** What happened, when, and whether TikTok should take it for a test. Source: TikTok, "Events API 2.0: Payload". */
export const eventFields = {
  event: {
    label: 'Event Name',
    type: 'string',
    required: true,
    description:
      "The event's name at TikTok: a standard event such as `CompletePayment`, or a custom name. The Pixel must report it under the same name to be deduplicated."
  },
  event_id: {
    label: 'Event ID',
    type: 'string',
    description:
      'Identifies the event. TikTok drops the second of two events with the same name and ID within 48 hours, so the Pixel and the server must send the same one.',
    default: path('$.messageId')
  },
  timestamp: {
    label: 'Event Timestamp',
    type: 'string',
    description:
      'When the event happened: ISO 8601, or seconds or milliseconds since 1970. Without it the time of sending counts; a time that cannot be read, or lies more than a day ahead, is refused.',
    default: path('$.timestamp')
  },
  limited_data_use: {
    label: 'Limited Data Use',
    type: 'boolean',
    description:
      "Asks TikTok to limit the processing of this event where the law of the person's state provides for it.",
    default: path('$.properties.limited_data_use')
  },
  test_event_code: {
    label: 'Test Event Code',
    type: 'string',
    description:
      'Shows the event under "Test Events" in TikTok Events Manager instead of counting it. Leave it empty for real traffic.'
  }
} satisfies Record<string, InputField>

/** Which kind of event set a server event belongs to, and which block of extra properties it carries. */
export const sourceFields = {
  event_source: {
    label: 'Event Source',
    type: 'string',
    description: 'Where the event comes from: the website or a CRM system. Website when nothing is chosen.',
    choices: [
      { value: 'web', label: 'Website' },
      { value: 'crm', label: 'CRM' }
    ],
    default: 'web'
  },
  event_spec_type: {
    label: 'Additional Fields',
    type: 'string',
    description: 'Adds the properties of travel or of vehicle events.',
    choices: [
      { value: 'travel_fields', label: 'Travel' },
      { value: 'vehicle_fields', label: 'Vehicle' }
    ]
  }
} satisfies Record<string, InputField>

/** Makes Segment hand over many events in one call. Source: Segment, "Destination Actions: Batching". */
export const batchingFields = {
  enable_batching: {
    label: 'Batch Data to TikTok',
    type: 'boolean',
    description: 'Sends up to 1,000 events in one request instead of one each.',
    default: true
  },
  batch_size: {
    label: 'Batch Size',
    type: 'number',
    description: 'How many events Segment collects for one batch, 1 to 1,000.',
    default: 1000,
    minimum: 1,
    maximum: 1000,
    unsafe_hidden: true
  }
} satisfies Record<string, InputField>
