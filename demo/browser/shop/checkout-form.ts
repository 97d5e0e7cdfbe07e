import { button, element } from './element'

/** The customer, with the trait names of Segment's spec. */
export interface Customer {
  email: string
  phone: string
  firstName: string
  lastName: string
  address: { city: string; postalCode: string; country: string }
}

/** The fields: name, label, value, type and autocomplete token. */
const FIELDS = [
  ['email', 'Email', 'Mia.Keller@example.de', 'email', 'email'],
  ['phone', 'Phone', '+49 151 12345678', 'tel', 'tel'],
  ['firstName', 'First name', 'Mia', 'text', 'given-name'],
  ['lastName', 'Last name', 'Keller', 'text', 'family-name'],
  ['postalCode', 'Postal code', '80331', 'text', 'postal-code'],
  ['city', 'City', 'München', 'text', 'address-level2'],
  ['country', 'Country', 'DE', 'text', 'country']
] as const

/** Creates a form that is filled in with the data of a customer. */
export function checkoutForm(submitLabel: string, onOrder: (customer: Customer) => void): HTMLFormElement {
  const inputs = FIELDS.map(([name, label, value, type, autocomplete]) =>
    element('label', {}, [label, element('input', { name, value, type, autocomplete, required: true })])
  )
  const submit = button(submitLabel, () => undefined, 'primary')
  submit.type = 'submit'
  const form = element('form', {}, [...inputs, submit])
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = (name: (typeof FIELDS)[number][0]) =>
      form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? ''
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
