import type { EventPayload } from './fields/generated-types'

/**
 * The key of a field in any destination. Offline Conversions has plural names for three fields. Only the server
 * destinations have the batching fields.
 */
type FieldKey =
  keyof EventPayload | 'phone_numbers' | 'email_addresses' | 'external_ids' | 'enable_batching' | 'batch_size'

/** One preset: the Segment event that triggers it and the TikTok event that it sends. */
export interface PresetRow {
  readonly name: string
  readonly subscribe: string
  readonly event: string
  /** The source of the items: `properties.products`, or `properties` if the event describes a single product. */
  readonly contents?: 'products' | 'properties'
  /**
   * The fields that the event can use. Each destination maps those that it has. Other fields are not mapped, because
   * they cost time, and an unrelated property (`year: "2024 edition"`) could make the event fail validation.
   */
  readonly fields: readonly FieldKey[]
}

const COMMON = [
  ...['event_source', 'event_id', 'timestamp'],
  ...['phone_number', 'phone_numbers', 'email', 'email_addresses', 'external_id', 'external_ids'],
  ...['first_name', 'last_name', 'address', 'lead_id', 'ttclid', 'ttp'],
  ...['locale', 'url', 'referrer', 'ip', 'user_agent'],
  ...['order_id', 'shop_id', 'content_ids', 'currency', 'value'],
  ...['limited_data_use', 'enable_batching', 'batch_size']
] as const
const CUSTOMER = [...COMMON, 'predicted_ltv'] as const
const ITEMS = [...COMMON, 'content_type', 'num_items'] as const
const ORDER = [...ITEMS, 'delivery_category'] as const
const PURCHASE = [...ORDER, 'predicted_ltv'] as const
const SEARCH = [...ITEMS, 'query', 'search_string'] as const

const track = (event: string) => `event = "${event}"`

/**
 * The presets of all three destinations. Source: Segment, "V2 Ecommerce Events Spec"; TikTok, "Supported Web Events".
 */
export const PRESETS: readonly PresetRow[] = [
  {
    name: 'Complete Payment',
    subscribe: track('Order Completed'),
    event: 'CompletePayment',
    contents: 'products',
    fields: PURCHASE
  },
  { name: 'Contact', subscribe: track('Callback Started'), event: 'Contact', fields: COMMON },
  { name: 'Subscribe', subscribe: track('Subscription Created'), event: 'Subscribe', fields: CUSTOMER },
  { name: 'Submit Form', subscribe: track('Form Submitted'), event: 'SubmitForm', fields: COMMON },
  { name: 'Page View', subscribe: 'type = "page"', event: 'Pageview', contents: 'products', fields: ITEMS },
  {
    name: 'View Content',
    subscribe: track('Product Viewed'),
    event: 'ViewContent',
    contents: 'properties',
    fields: ITEMS
  },
  {
    name: 'Click Button',
    subscribe: track('Product Clicked'),
    event: 'ClickButton',
    contents: 'properties',
    fields: ITEMS
  },
  {
    name: 'Search',
    subscribe: track('Products Searched'),
    event: 'Search',
    contents: 'properties',
    fields: SEARCH
  },
  {
    name: 'Add to Wishlist',
    subscribe: track('Product Added to Wishlist'),
    event: 'AddToWishlist',
    contents: 'properties',
    fields: ITEMS
  },
  { name: 'Add to Cart', subscribe: track('Product Added'), event: 'AddToCart', contents: 'properties', fields: ITEMS },
  {
    name: 'Initiate Checkout',
    subscribe: track('Checkout Started'),
    event: 'InitiateCheckout',
    contents: 'products',
    fields: ORDER
  },
  {
    name: 'Add Payment Info',
    subscribe: track('Payment Info Entered'),
    event: 'AddPaymentInfo',
    contents: 'products',
    fields: ORDER
  },
  {
    name: 'Place an Order',
    subscribe: track('Order Placed'),
    event: 'PlaceAnOrder',
    contents: 'products',
    fields: PURCHASE
  },
  { name: 'Download', subscribe: track('Download Link Clicked'), event: 'Download', fields: COMMON },
  { name: 'Complete Registration', subscribe: track('Signed Up'), event: 'CompleteRegistration', fields: CUSTOMER },

  // Further presets, most of them for TikTok's other standard events. The fifteen presets of Segment's official
  // destinations stay first.
  {
    name: 'New Customer Purchase',
    subscribe: 'event = "Order Completed" and properties.is_new_customer = true',
    event: 'NewCustomerPurchase',
    contents: 'products',
    fields: PURCHASE
  },
  {
    name: 'Recurring Subscription Payment',
    subscribe: track('Subscription Renewed'),
    event: 'RecurringSubscriptionPaymentSucceeded',
    fields: CUSTOMER
  },
  {
    name: 'Cancel Subscription',
    subscribe: track('Subscription Cancelled'),
    event: 'CancelSubscription',
    fields: COMMON
  },
  { name: 'Activate Subscription', subscribe: track('Subscription Activated'), event: 'Subscribe', fields: CUSTOMER },
  {
    name: 'View Collection',
    subscribe: track('Product List Viewed'),
    event: 'ViewContent',
    contents: 'products',
    fields: ITEMS
  },
  {
    name: 'Newsletter Sign-up',
    subscribe: track('Newsletter Subscribed'),
    event: 'CompleteRegistration',
    fields: CUSTOMER
  },
  { name: 'Start Trial', subscribe: track('Trial Started'), event: 'StartTrial', fields: CUSTOMER },
  { name: 'Schedule', subscribe: track('Appointment Scheduled'), event: 'Schedule', fields: COMMON },
  { name: 'Find Location', subscribe: track('Store Located'), event: 'FindLocation', fields: COMMON },
  {
    name: 'Customize Product',
    subscribe: track('Product Customized'),
    event: 'CustomizeProduct',
    contents: 'properties',
    fields: ITEMS
  },
  { name: 'Submit Application', subscribe: track('Application Submitted'), event: 'SubmitApplication', fields: COMMON },
  {
    name: 'Application Approval',
    subscribe: track('Application Approved'),
    event: 'ApplicationApproval',
    fields: COMMON
  },
  { name: 'Lead', subscribe: track('Lead Generated'), event: 'Lead', fields: COMMON }
]
