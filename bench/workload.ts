import type { SegmentEvent } from '@segment/actions-core'

const USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1'

/** The format of the phone numbers. */
export type PhoneFormat = 'E.164' | 'formatted' | 'national'

/** The variable parts of a purchase. */
export interface PurchaseOptions {
  readonly products?: number
  readonly phone?: PhoneFormat
}

/**
 * Creates an order. Each index gives a different person. Our destination and the official one send the same match keys
 * for these names, zip codes and IDs. verify.ts covers the values for which they differ.
 */
export function purchase(index: number, { products = 3, phone = 'E.164' }: PurchaseOptions = {}): SegmentEvent {
  return {
    messageId: `message-${index}`,
    type: 'track',
    event: 'Order Completed',
    userId: `user-${index}`,
    timestamp: '2026-11-19T12:00:00.000Z',
    context: {
      ip: '203.0.113.24',
      locale: 'en-US',
      userAgent: USER_AGENT,
      page: { url: `https://www.example.com/thanks?order=${index}`, referrer: 'https://www.example.com/checkout' },
      traits: {
        email: `Person.${index}@Example.com`,
        phone: phoneNumber(index, phone),
        first_name: 'Ada',
        last_name: 'Lovelace',
        address: { city: 'San Francisco', state: 'CA', country: 'US', postal_code: '94107' }
      }
    },
    properties: {
      order_id: `order-${index}`,
      currency: 'USD',
      value: 59.97,
      products: Array.from({ length: products }, (_, item) => product(item))
    }
  }
}

/** Creates orders of different persons. */
export function purchases(count: number, options: PurchaseOptions = {}, from = 0): SegmentEvent[] {
  return Array.from({ length: count }, (_, index) => purchase(from + index, options))
}

/** Creates an event that matches the trigger of a preset. */
export function eventFor(subscribe: string, index: number): SegmentEvent {
  const order = purchase(index)
  const name = /event = "(.+?)"/.exec(subscribe)?.[1]
  if (name === undefined) {
    delete order.event
    return { ...order, type: 'page', name: 'Checkout' }
  }
  return { ...order, event: name, properties: { ...order.properties, ...product(index % 10), query: 'rain jacket' } }
}

function product(item: number) {
  return {
    product_id: `sku-${item}`,
    name: 'Tarn Rain Jacket',
    category: 'Jackets',
    brand: 'Fellwind',
    price: 19.99,
    quantity: 1
  }
}

function phoneNumber(index: number, format: PhoneFormat): string {
  const line = String(index % 10_000).padStart(4, '0')
  if (format === 'E.164') return `+1415555${line}`
  return format === 'formatted' ? `+1 (415) 555-${line}` : `(415) 555-${line}`
}
