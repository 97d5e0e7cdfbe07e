import type { InputField } from '@segment/actions-core'
import { when } from './conditions'
import { path } from './directives'

const isCrm = when('all', { event_source: 'crm' })

/** The lead of a CRM event. */
export const leadField = {
  label: 'CRM Fields',
  type: 'object',
  defaultObjectUI: 'keyvalue',
  description:
    'The lead of a CRM event. TikTok matches the event by the lead ID, an email address or a phone number. An event with none of them is refused.',
  required: isCrm,
  depends_on: isCrm,
  properties: {
    lead_id: { label: 'TikTok Lead ID', type: 'string', description: 'The ID of the lead at TikTok.' },
    lead_event_source: { label: 'TikTok Lead Event Source', type: 'string', description: 'The name of the CRM system.' }
  },
  default: { lead_id: path('$.properties.lead_id'), lead_event_source: path('$.properties.lead_event_source') }
} satisfies InputField
