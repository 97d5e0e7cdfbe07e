import type { InputField } from '@segment/actions-core'
import { addressField, nameFields, personFields } from '../../../shared/fields'
import { firstText, path } from '../../../shared/fields/directives'

/** The fields of Identify: the person, read from the traits and the IDs of the call. */
export const fields = {
  phone_number: { ...personFields.phone_number, default: path('$.traits.phone') },
  email: { ...personFields.email, default: path('$.traits.email') },
  first_name: { ...nameFields.first_name, default: firstText('$.traits.first_name', '$.traits.firstName') },
  last_name: { ...nameFields.last_name, default: firstText('$.traits.last_name', '$.traits.lastName') },
  address: {
    ...addressField,
    default: {
      city: path('$.traits.address.city'),
      country: path('$.traits.address.country'),
      zip_code: firstText('$.traits.address.postal_code', '$.traits.address.postalCode'),
      state: path('$.traits.address.state')
    }
  },
  external_id: personFields.external_id
} satisfies Record<string, InputField>
