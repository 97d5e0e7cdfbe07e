import { defaultValues, type Subscription } from '@segment/actions-core'
import omit from 'lodash/omit'
import pick from 'lodash/pick'
import { fields } from '../src/destinations/tiktok-conversions/reportWebEvent/fields'

const defaults = defaultValues(fields)

// A mapping holds what its event can use and nothing else: every other directive is one more thing that can fail.
const base = omit(defaults, ['query', 'search_string', 'num_items', 'lead_fields', 'travel_fields', 'vehicle_fields'])

/** A search for a hotel. No preset carries the travel properties: a mapping of its own does. */
export const travelSearch = {
  name: 'Hotel search (own mapping)',
  subscribe: 'type = "track" and event = "Hotel Searched"',
  partnerAction: 'reportWebEvent',
  mapping: {
    ...base,
    ...pick(defaults, ['travel_fields', 'search_string']),
    event: 'Search',
    event_source: 'web',
    event_spec_type: 'travel_fields',
    content_ids: { '@path': '$.properties.suggested_hotels' }
  }
} satisfies Subscription

/** A look at a car, with what the catalog knows about it. */
export const vehicleView = {
  name: 'Vehicle view (own mapping)',
  subscribe: 'type = "track" and event = "Vehicle Viewed"',
  partnerAction: 'reportWebEvent',
  mapping: {
    ...base,
    ...pick(defaults, ['vehicle_fields']),
    event: 'ViewContent',
    event_source: 'web',
    event_spec_type: 'vehicle_fields',
    content_ids: { '@path': '$.properties.product_id' },
    value: { '@path': '$.properties.price' }
  }
} satisfies Subscription

/** A lead that the CRM system has qualified. TikTok gave it the lead id, and matches it by that. */
export const crmLead = {
  name: 'CRM lead (own mapping)',
  subscribe: 'type = "track" and event = "Lead Qualified"',
  partnerAction: 'reportWebEvent',
  mapping: {
    ...omit(base, ['content_ids', 'content_type']),
    ...pick(defaults, ['lead_fields']),
    event: 'Lead',
    event_source: 'crm'
  }
} satisfies Subscription

/** Subscriptions for what the presets leave out, as they would stand beside the presets in Segment. */
export const mappings: readonly Subscription[] = [travelSearch, vehicleView, crmLead]
