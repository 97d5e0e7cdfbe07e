import { tiktokConversions } from '../../src'
import { decimalCommaError } from '../../src/runtime/decimal-comma'

const fields = tiktokConversions.actions['reportWebEvent']?.fields ?? {}
const messageOf = (payload: unknown) => decimalCommaError(payload, fields)?.message

const REST = 'Decimal commas are not supported. Map a number, e.g. 12.5, or text with a decimal point, e.g. "12.50".'

it.each([
  ['a value', { value: '12,50' }, 'Value (value) is "12,50".'],
  ['a value with thousands', { value: ' 1.234,5 ' }, 'Value (value) is "1.234,5".'],
  ['the price of an item', { contents: [{ price: 1 }, { price: '-0,99' }] }, 'Price (contents[1].price) is "-0,99".']
])('finds the decimal comma in %s', (_title, payload, start) => {
  expect(messageOf(payload)).toBe(`${start} ${REST}`)
})

it.each([
  ['a number', { value: 12.5 }],
  ['another text', { value: '$12,50' }],
  ['a text field', { order_id: '12,50' }],
  ['a list', { value: ['12.50'] }],
  ['no payload', null]
])('finds no decimal comma in %s', (_title, payload) => {
  expect(messageOf(payload)).toBeUndefined()
})

it('finds the decimal comma in an integer', () => {
  const quantity = { quantity: { label: 'Quantity', description: 'Quantity', type: 'integer' } } as const
  expect(decimalCommaError({ quantity: '1,5' }, quantity)?.message).toBe(`Quantity (quantity) is "1,5". ${REST}`)
})
