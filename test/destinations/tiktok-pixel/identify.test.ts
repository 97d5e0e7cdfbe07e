/** @jest-environment jsdom */
import { connected } from './pixel-page'

test('an identify call passes on all properties of the person', () => {
  const { identify, calls } = connected()
  identify({
    email: 'A@Example.com',
    phone_number: ['+49 1512 3456789'],
    address: { country: 'Germany', city: 'Köln' }
  })
  expect(calls()).toStrictEqual([
    ['identify', { email: 'a@example.com', phone_number: '+4915123456789', city: 'koln' }]
  ])
})

test('a person without an identifier is passed on', () => {
  const { identify, calls } = connected()
  identify({ first_name: ' Ana ', email: '' })
  expect(calls()).toStrictEqual([['identify', { first_name: 'ana' }]])
})

test.each([{}, { email: '', phone_number: [], address: {} }, { address: null, external_id: ' ' }])(
  'a payload without a person makes no call: %j',
  (payload) => {
    const { identify, calls } = connected()
    identify(payload)
    expect(calls()).toStrictEqual([])
  }
)
