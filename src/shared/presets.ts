import type { InputField, JSONValue, Preset } from '@segment/actions-core'
import { contentsItem } from './fields'
import type { EventPayload } from './fields/generated-types'

/** One preset: the Segment event that triggers it, and the TikTok event that it becomes. */
interface PresetRow {
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
const PRESETS: readonly PresetRow[] = [
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
  { name: 'Complete Registration', subscribe: track('Signed Up'), event: 'CompleteRegistration', also: customer }
]

const WITH_CONTENTS = ['content_ids', 'content_type', 'num_items'] as const satisfies (keyof EventPayload)[]

/**
 * What not every event can use. Each call walks the whole mapping, so an idle directive costs time; and a property that
 * nobody mapped on purpose (`year: "2024 edition"`) would fail the validation of the event.
 */
const NOT_FOR_ALL = [
  ...WITH_CONTENTS,
  'query',
  'search_string',
  'delivery_category',
  'predicted_ltv',
  'event_spec_type',
  'lead_fields',
  'vehicle_fields',
  'travel_fields'
] as const satisfies (keyof EventPayload)[]

/**
 * The presets for one destination.
 * @param fields the fields of the action; each preset maps those that its event can use, as their defaults say
 * @param partnerAction the action's key
 */
export function makePresets(fields: Readonly<Record<string, InputField>>, partnerAction: string): Preset[] {
  return PRESETS.map((row) => ({
    name: row.name,
    type: 'automatic',
    subscribe: row.subscribe,
    partnerAction,
    mapping: { ...mappingOf(fields, row), event: row.event }
  }))
}

function mappingOf(fields: Readonly<Record<string, InputField>>, row: PresetRow): Record<string, JSONValue> {
  const own: readonly string[] = [...(row.contents === undefined ? [] : WITH_CONTENTS), ...(row.also ?? [])]
  const others: readonly string[] = NOT_FOR_ALL
  const usable = (key: string) => own.includes(key) || !others.includes(key)
  const mapped = Object.entries(fields).filter(([key, field]) => field.default !== undefined && usable(key))
  const mapping = Object.fromEntries(mapped.map(([key, field]) => [key, field.default as JSONValue]))
  if (row.contents === undefined) return mapping
  const source = row.contents === 'products' ? '$.properties.products' : '$.properties'
  return { ...mapping, contents: { '@arrayPath': [source, contentsItem as unknown as JSONValue] } }
}
