import type { InputField } from '@segment/actions-core'
import { when } from './conditions'
import { path } from './directives'

const ofCrm = when('all', { event_source: 'crm' })

/** The lead that a CRM event is about. */
export const leadField = {
  label: 'CRM Fields',
  type: 'object',
  defaultObjectUI: 'keyvalue',
  description: 'The lead of a CRM event. TikTok refuses one without a lead ID.',
  required: ofCrm,
  depends_on: ofCrm,
  properties: {
    lead_id: { label: 'TikTok Lead ID', type: 'string', description: 'The ID that TikTok gave the lead.' },
    lead_event_source: { label: 'TikTok Lead Event Source', type: 'string', description: 'The name of the CRM system.' }
  },
  default: { lead_id: path('$.properties.lead_id'), lead_event_source: path('$.properties.lead_event_source') }
} satisfies InputField
