import type { DemoEvent } from './demo-event'

const PRICES = [19.99, 129.9, 189]

/** Purchases of this number of customers, with the IDs `purchase-0001` and so on. They are the same on every run. */
export function purchases(count: number): DemoEvent[] {
  return Array.from({ length: count }, (_, index) => purchase(index + 1))
}

function purchase(number: number): DemoEvent {
  const id = String(number).padStart(4, '0')
  const price = PRICES[number % PRICES.length] ?? 0
  return {
    messageId: `purchase-${id}`,
    type: 'track',
    event: 'Order Completed',
    userId: `u_${id}`,
    timestamp: new Date(Date.UTC(2026, 10, 18) + number * 61_000).toISOString(),
    context: {
      library: { name: '@segment/analytics-node', version: '2.3.0' },
      traits: { email: `customer.${id}@example.com`, phone: `+1415555${id}` }
    },
    properties: {
      order_id: `order-${id}`,
      currency: 'USD',
      products: [{ product_id: `p-${number % PRICES.length}`, name: 'Item', price, quantity: 1 + (number % 3) }]
    }
  }
}
