import type { EventPayload } from './fields/generated-types'

/** One preset: the Segment event that triggers it, and the TikTok event that it becomes. */
export interface PresetRow {
  name: string
  subscribe: string
  event: string
  /** Where the items come from: `products`, or the event itself, which is then about one product. */
  contents?: 'products' | 'itself'
  /** Fields that only some events can use. */
  also?: readonly (keyof EventPayload)[]
}

const track = (event: string) => `event = "${event}"`
const order = ['delivery_category'] as const
const customer = ['predicted_ltv'] as const

/**
 * The presets of all three destinations. Source: Segment, "V2 Ecommerce Events Spec"; TikTok, "Supported Web Events".
 */
export const PRESETS: readonly PresetRow[] = [
  {
    name: 'Complete Payment',
    subscribe: track('Order Completed'),
    event: 'CompletePayment',
    contents: 'products',
    also: [...order, ...customer]
  },
  { name: 'Contact', subscribe: track('Callback Started'), event: 'Contact' },
  { name: 'Subscribe', subscribe: track('Subscription Created'), event: 'Subscribe', also: customer },
  { name: 'Submit Form', subscribe: track('Form Submitted'), event: 'SubmitForm' },
  { name: 'Page View', subscribe: 'type = "page"', event: 'Pageview', contents: 'products' },
  { name: 'View Content', subscribe: track('Product Viewed'), event: 'ViewContent', contents: 'itself' },
  { name: 'Click Button', subscribe: track('Product Clicked'), event: 'ClickButton', contents: 'itself' },
  {
    name: 'Search',
    subscribe: track('Products Searched'),
    event: 'Search',
    contents: 'itself',
    also: ['query', 'search_string']
  },
  {
    name: 'Add to Wishlist',
    subscribe: track('Product Added to Wishlist'),
    event: 'AddToWishlist',
    contents: 'itself'
  },
  { name: 'Add to Cart', subscribe: track('Product Added'), event: 'AddToCart', contents: 'itself' },
  {
    name: 'Initiate Checkout',
    subscribe: track('Checkout Started'),
    event: 'InitiateCheckout',
    contents: 'products',
    also: order
  },
  {
    name: 'Add Payment Info',
    subscribe: track('Payment Info Entered'),
    event: 'AddPaymentInfo',
    contents: 'products',
    also: order
  },
  {
    name: 'Place an Order',
    subscribe: track('Order Placed'),
    event: 'PlaceAnOrder',
    contents: 'products',
    also: [...order, ...customer]
  },
  { name: 'Download', subscribe: track('Download Link Clicked'), event: 'Download' },
  { name: 'Complete Registration', subscribe: track('Signed Up'), event: 'CompleteRegistration', also: customer },

  // What Converge's destination has and Segment's lack, and TikTok's other standard events. The fifteen above stay first.
  {
    name: 'New Customer Purchase',
    subscribe: 'event = "Order Completed" and properties.is_new_customer = true',
    event: 'NewCustomerPurchase',
    contents: 'products',
    also: [...order, ...customer]
  },
  {
    name: 'Recurring Subscription Payment',
    subscribe: track('Subscription Renewed'),
    event: 'RecurringSubscriptionPaymentSucceeded',
    also: customer
  },
  { name: 'Cancel Subscription', subscribe: track('Subscription Cancelled'), event: 'CancelSubscription' },
  { name: 'Activate Subscription', subscribe: track('Subscription Activated'), event: 'Subscribe', also: customer },
  { name: 'View Collection', subscribe: track('Product List Viewed'), event: 'ViewContent', contents: 'products' },
  {
    name: 'Newsletter Sign-up',
    subscribe: track('Newsletter Subscribed'),
    event: 'CompleteRegistration',
    also: customer
  },
  { name: 'Start Trial', subscribe: track('Trial Started'), event: 'StartTrial', also: customer },
  { name: 'Schedule', subscribe: track('Appointment Scheduled'), event: 'Schedule' },
  { name: 'Find Location', subscribe: track('Store Located'), event: 'FindLocation' },
  { name: 'Customize Product', subscribe: track('Product Customized'), event: 'CustomizeProduct', contents: 'itself' },
  { name: 'Submit Application', subscribe: track('Application Submitted'), event: 'SubmitApplication' },
  { name: 'Application Approval', subscribe: track('Application Approved'), event: 'ApplicationApproval' },
  { name: 'Lead', subscribe: track('Lead Generated'), event: 'Lead' }
]
