/** An example event, which the user can edit. */
export interface Example {
  readonly title: string
  readonly destination: string
  readonly event: object
}

const CONVERSIONS = 'tiktok-conversions'
const OFFLINE = 'actions-tiktok-offline-conversions'

const visitor = {
  ip: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
  locale: 'en-US'
}

const tent = { product_id: '1001', name: 'Ridgeline 2 tent', category: 'Camping', price: 249.5, quantity: 1 }

const order = (traits: object) => ({
  type: 'track',
  event: 'Order Completed',
  messageId: 'order-1',
  userId: 'customer-7',
  context: {
    ...visitor,
    page: { url: 'https://shop.example/thanks?ttclid=E.C.P.example' },
    traits
  },
  properties: { order_id: 'FW-1', currency: 'USD', products: [tent] }
})

/** The example events. They have no timestamp, so the current time is sent. */
export const EXAMPLES: readonly Example[] = [
  {
    title: 'An order with complete customer data',
    destination: CONVERSIONS,
    event: order({
      email: 'Alice@Example.com',
      phone: '+1 415 555 2671',
      firstName: 'Alice',
      lastName: 'Doe',
      address: { city: 'San Francisco', state: 'CA', postalCode: '94103', country: 'US' }
    })
  },
  {
    title: 'A phone number without a country',
    destination: CONVERSIONS,
    event: order({ email: 'alice@example.com', phone: '(415) 555-2671' })
  },
  {
    title: 'A product view of an unknown visitor',
    destination: CONVERSIONS,
    event: {
      type: 'track',
      event: 'Product Viewed',
      messageId: 'view-1',
      anonymousId: 'visitor-1',
      context: { ...visitor, page: { url: 'https://shop.example/tents' } },
      properties: tent
    }
  },
  {
    title: 'A value without a currency',
    destination: CONVERSIONS,
    event: {
      type: 'track',
      event: 'Checkout Started',
      messageId: 'checkout-1',
      userId: 'customer-7',
      context: visitor,
      properties: { value: 249.5 }
    }
  },
  {
    title: 'An event that no mapping matches',
    destination: CONVERSIONS,
    event: { type: 'track', event: 'Order Complete', messageId: 'order-2', userId: 'customer-7', properties: {} }
  },
  {
    title: 'A purchase in a store',
    destination: OFFLINE,
    event: {
      type: 'track',
      event: 'Order Completed',
      messageId: 'store-1',
      context: { traits: { phone: '+1 415 555 2671' } },
      properties: { order_id: 'S-1', currency: 'USD', value: 59.97 }
    }
  }
]
