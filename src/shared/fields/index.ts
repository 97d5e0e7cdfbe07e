import type { InputField } from '@segment/actions-core'
import {
  contentTypeField,
  contentsField,
  fulfilmentFields,
  itemCountFields,
  orderFields,
  searchStringField,
  textFields,
  valueFields
} from './commerce'
import { eventFields, sourceFields } from './event'
import { leadField } from './lead'
import { addressField, nameFields, personFields } from './person'
import { travelField } from './travel'
import { vehicleField } from './vehicle'
import { clickIdFields, contextFields } from './context'

export * from './commerce'
export { when } from './conditions'
export { batchingFields, eventFields, sourceFields } from './event'
export { leadField } from './lead'
export { addressField, nameFields, personFields } from './person'
export { accessTokenSetting, contentIdModeSetting, phoneCountrySetting } from './settings'
export { travelField } from './travel'
export { vehicleField } from './vehicle'
export { clickIdFields, contextFields } from './context'

/** The lead ID as a field of its own, for offline events. */
export const leadIdField = {
  ...leadField.properties.lead_id,
  default: leadField.default.lead_id
} satisfies InputField

/** Every field that the builders read. Their type is generated into `generated-types.ts`. */
export const builderFields = {
  ...eventFields,
  ...sourceFields,
  ...personFields,
  ...nameFields,
  address: addressField,
  ...clickIdFields(),
  lead_id: leadIdField,
  ...contextFields,
  ...orderFields,
  contents: contentsField,
  ...itemCountFields,
  content_type: contentTypeField,
  ...valueFields,
  ...textFields,
  search_string: searchStringField,
  ...fulfilmentFields,
  lead_fields: leadField,
  vehicle_fields: vehicleField,
  travel_fields: travelField
} satisfies Record<string, InputField>
