import type { InputField } from '@segment/actions-core'
import {
  batchingFields,
  clickIdFields,
  contentTypeField,
  contentsField,
  eventFields,
  leadIdField,
  orderFields,
  personFields,
  textFields,
  valueFields,
  contextFields
} from '../../shared/fields'
import { OFFLINE_CONVERSIONS } from '../../shared/destination-names'

/** The fields of all three actions. */
export const fields = {
  event: eventFields.event,
  event_id: eventFields.event_id,
  timestamp: eventFields.timestamp,
  phone_numbers: personFields.phone_number,
  email_addresses: personFields.email,
  ...orderFields,
  external_ids: personFields.external_id,
  ...clickIdFields(OFFLINE_CONVERSIONS),
  lead_id: leadIdField,
  ...contextFields,
  contents: contentsField,
  content_type: contentTypeField,
  ...valueFields,
  ...textFields,
  limited_data_use: eventFields.limited_data_use,
  test_event_code: eventFields.test_event_code,
  ...batchingFields
} satisfies Record<string, InputField>
