import { element } from './element'

/** A customer; the properties are Segment's standard traits. */
export interface Customer {
  email: string
  phone: string
  firstName: string
  lastName: string
  address: { city: string; postalCode: string; country: string }
}

/** The fields: name, label, initial value, type and autocomplete token. */
const FIELDS = [
  ['email', 'Email', 'Mia.Keller@example.de', 'email', 'email'],
  ['phone', 'Phone', '+49 151 12345678', 'tel', 'tel'],
  ['firstName', 'First name', 'Mia', 'text', 'given-name'],
  ['lastName', 'Last name', 'Keller', 'text', 'family-name'],
  ['postalCode', 'Postal code', '80331', 'text', 'postal-code'],
  ['city', 'City', 'München', 'text', 'address-level2'],
  ['country', 'Country', 'DE', 'text', 'country']
] as const

type FieldName = (typeof FIELDS)[number][0]

/** Creates a checkout form, prefilled with a sample customer. */
export function checkoutForm(submitLabel: string, onOrder: (customer: Customer) => void): HTMLFormElement {
  const inputs = FIELDS.map(([name, label, value, type, autocomplete]) =>
    element('label', {}, [label, element('input', { name, value, type, autocomplete, required: true })])
  )
  const submit = element('button', { type: 'submit', textContent: submitLabel, className: 'primary' })
  const form = element('form', {}, [...inputs, submit])
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = (name: FieldName) => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? ''
    onOrder({
      email: text('email'),
      phone: text('phone'),
      firstName: text('firstName'),
      lastName: text('lastName'),
      address: { city: text('city'), postalCode: text('postalCode'), country: text('country') }
    })
  })
  return form
}
