import type { InputField } from '@segment/actions-core'
import { firstText } from './directives'

const hashed = 'normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.'

/** The identifiers of the person. Source: TikTok, "Events API 2.0: Customer information". */
export const personFields = {
  phone_number: {
    label: 'Phone Number',
    type: 'string',
    multiple: true,
    category: 'hashedPII',
    description: `One or more phone numbers, preferably in E.164, e.g. +14155552671. Each is ${hashed}`,
    default: firstText('$.properties.phone', '$.context.traits.phone')
  },
  email: {
    label: 'Email',
    type: 'string',
    multiple: true,
    category: 'hashedPII',
    description: `One or more email addresses. Each is ${hashed}`,
    default: firstText('$.properties.email', '$.context.traits.email')
  },
  external_id: {
    label: 'External ID',
    type: 'string',
    multiple: true,
    category: 'hashedPII',
    description: `One or more of your own IDs for the person. They are case-sensitive. Each is ${hashed}`,
    default: firstText('$.userId', '$.anonymousId')
  }
} satisfies Record<string, InputField>

/** The name of the person. */
export const nameFields = {
  first_name: {
    label: 'First Name',
    type: 'string',
    category: 'hashedPII',
    description: `The person's first name. It is ${hashed}`,
    default: firstText('$.properties.first_name', '$.context.traits.first_name', '$.context.traits.firstName')
  },
  last_name: {
    label: 'Last Name',
    type: 'string',
    category: 'hashedPII',
    description: `The person's last name. It is ${hashed}`,
    default: firstText('$.properties.last_name', '$.context.traits.last_name', '$.context.traits.lastName')
  }
} satisfies Record<string, InputField>

/** The address of the person. */
export const addressField = {
  label: 'Address',
  type: 'object',
  description:
    'The address of the person. The zip code is hashed with SHA-256. City, state and country are sent in plain text. The country also applies to phone numbers without a calling code.',
  properties: {
    city: { label: 'City', type: 'string' },
    country: { label: 'Country', type: 'string' },
    zip_code: { label: 'Zip Code', type: 'string', category: 'hashedPII' },
    state: { label: 'State', type: 'string' }
  },
  default: {
    city: firstText('$.properties.address.city', '$.context.traits.address.city'),
    country: firstText('$.properties.address.country', '$.context.traits.address.country'),
    zip_code: firstText(
      '$.properties.address.postal_code',
      '$.context.traits.address.postal_code',
      '$.context.traits.address.postalCode'
    ),
    state: firstText('$.properties.address.state', '$.context.traits.address.state')
  }
} satisfies InputField
