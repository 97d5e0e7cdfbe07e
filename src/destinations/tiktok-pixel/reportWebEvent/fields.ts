import type { InputField } from '@segment/actions-core'
import {
  addressField,
  contentTypeField,
  contentsField,
  eventFields,
  fulfilmentFields,
  itemCountFields,
  nameFields,
  orderFields,
  personFields,
  searchStringField,
  sourceFields,
  textFields,
  travelField,
  valueFields,
  vehicleField,
  when
} from '../../../shared/fields'

/** The fields of Report Web Event. */
export const fields = {
  event_spec_type: sourceFields.event_spec_type,
  event: eventFields.event,
  event_id: eventFields.event_id,
  ...orderFields,
  contents: contentsField,
  ...itemCountFields,
  content_type: contentTypeField,
  ...valueFields,
  ...textFields,
  search_string: searchStringField,
  // Segment's own Pixel lacks these fields. With them, the browser reports the same properties as the server.
  ...fulfilmentFields,
  phone_number: personFields.phone_number,
  email: personFields.email,
  ...nameFields,
  address: addressField,
  external_id: personFields.external_id,
  vehicle_fields: { ...vehicleField, depends_on: when('all', { event_spec_type: 'vehicle_fields' }) },
  travel_fields: { ...travelField, depends_on: when('all', { event_spec_type: 'travel_fields' }) }
} satisfies Record<string, InputField>
