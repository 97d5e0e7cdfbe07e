import type { InputField } from '@segment/actions-core'
import {
  addressField,
  batchingFields,
  clickIdFields,
  contentTypeField,
  contentsField,
  eventFields,
  fulfilmentFields,
  itemCountFields,
  leadField,
  nameFields,
  orderFields,
  personFields,
  searchStringField,
  sourceFields,
  textFields,
  travelField,
  valueFields,
  vehicleField,
  contextFields,
  when
} from '../../../shared/fields'
import { CONVERSIONS, CONVERSIONS_SINCE_2024 } from '../../../shared/destination-names'

/** The fields of Report Web Event. */
export const fields = {
  event_source: sourceFields.event_source,
  event_spec_type: { ...sourceFields.event_spec_type, depends_on: when('all', { event_source: 'web' }) },
  event: eventFields.event,
  event_id: eventFields.event_id,
  timestamp: eventFields.timestamp,
  phone_number: personFields.phone_number,
  email: personFields.email,
  ...nameFields,
  address: addressField,
  ...orderFields,
  external_id: personFields.external_id,
  ...clickIdFields(CONVERSIONS, CONVERSIONS_SINCE_2024),
  ...contextFields,
  contents: contentsField,
  ...itemCountFields,
  content_type: contentTypeField,
  ...valueFields,
  ...textFields,
  limited_data_use: eventFields.limited_data_use,
  test_event_code: eventFields.test_event_code,
  ...fulfilmentFields,
  search_string: searchStringField,
  lead_fields: leadField,
  vehicle_fields: {
    ...vehicleField,
    depends_on: when('all', { event_source: 'web', event_spec_type: 'vehicle_fields' })
  },
  travel_fields: { ...travelField, depends_on: when('all', { event_source: 'web', event_spec_type: 'travel_fields' }) },
  ...batchingFields
} satisfies Record<string, InputField>
