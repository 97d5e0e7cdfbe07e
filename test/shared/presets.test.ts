import { builderFields } from '../../src/shared/fields'
import { makePresets } from '../../src/shared/presets'

/** The fields that every preset maps. */
const ALWAYS = [
  ...['event', 'event_id', 'timestamp', 'limited_data_use', 'event_source'],
  ...['phone_number', 'email', 'external_id', 'first_name', 'last_name', 'address', 'lead_id'],
  ...['ttclid', 'ttp', 'locale', 'url', 'referrer', 'ip', 'user_agent'],
  ...['order_id', 'shop_id', 'currency', 'value', 'content_ids']
]
const CONTENTS = ['contents', 'content_type', 'num_items']
const SEARCH = ['query', 'search_string']

interface Row {
  name: string
  subscribe: string
  event: string
  contents?: '$.properties' | '$.properties.products'
  also?: string[]
}
const track = (name: string) => `event = "${name}"`
const products = '$.properties.products'
const itself = '$.properties'

/** The fifteen documented presets: trigger, TikTok event, source of the items, and additional fields. */
const DOCUMENTED: Row[] = [
  {
    name: 'Complete Payment',
    subscribe: track('Order Completed'),
    event: 'CompletePayment',
    contents: products,
    also: ['delivery_category', 'predicted_ltv']
  },
  { name: 'Contact', subscribe: track('Callback Started'), event: 'Contact' },
  { name: 'Subscribe', subscribe: track('Subscription Created'), event: 'Subscribe', also: ['predicted_ltv'] },
  { name: 'Submit Form', subscribe: track('Form Submitted'), event: 'SubmitForm' },
  { name: 'Page View', subscribe: 'type = "page"', event: 'Pageview', contents: products },
  { name: 'View Content', subscribe: track('Product Viewed'), event: 'ViewContent', contents: itself },
  { name: 'Click Button', subscribe: track('Product Clicked'), event: 'ClickButton', contents: itself },
  { name: 'Search', subscribe: track('Products Searched'), event: 'Search', contents: itself, also: SEARCH },
  { name: 'Add to Wishlist', subscribe: track('Product Added to Wishlist'), event: 'AddToWishlist', contents: itself },
  { name: 'Add to Cart', subscribe: track('Product Added'), event: 'AddToCart', contents: itself },
  {
    name: 'Initiate Checkout',
    subscribe: track('Checkout Started'),
    event: 'InitiateCheckout',
    contents: products,
    also: ['delivery_category']
  },
  {
    name: 'Add Payment Info',
    subscribe: track('Payment Info Entered'),
    event: 'AddPaymentInfo',
    contents: products,
    also: ['delivery_category']
  },
  {
    name: 'Place an Order',
    subscribe: track('Order Placed'),
    event: 'PlaceAnOrder',
    contents: products,
    also: ['delivery_category', 'predicted_ltv']
  },
  { name: 'Download', subscribe: track('Download Link Clicked'), event: 'Download' },
  {
    name: 'Complete Registration',
    subscribe: track('Signed Up'),
    event: 'CompleteRegistration',
    also: ['predicted_ltv']
  }
]

/** The presets after the documented ones. */
const ADDED: Row[] = [
  {
    name: 'New Customer Purchase',
    subscribe: `${track('Order Completed')} and properties.is_new_customer = true`,
    event: 'NewCustomerPurchase',
    contents: products,
    also: ['delivery_category', 'predicted_ltv']
  },
  {
    name: 'Recurring Subscription Payment',
    subscribe: track('Subscription Renewed'),
    event: 'RecurringSubscriptionPaymentSucceeded',
    also: ['predicted_ltv']
  },
  { name: 'Cancel Subscription', subscribe: track('Subscription Cancelled'), event: 'CancelSubscription' },
  {
    name: 'Activate Subscription',
    subscribe: track('Subscription Activated'),
    event: 'Subscribe',
    also: ['predicted_ltv']
  },
  { name: 'View Collection', subscribe: track('Product List Viewed'), event: 'ViewContent', contents: products },
  {
    name: 'Newsletter Sign-up',
    subscribe: track('Newsletter Subscribed'),
    event: 'CompleteRegistration',
    also: ['predicted_ltv']
  },
  { name: 'Start Trial', subscribe: track('Trial Started'), event: 'StartTrial', also: ['predicted_ltv'] },
  { name: 'Schedule', subscribe: track('Appointment Scheduled'), event: 'Schedule' },
  { name: 'Find Location', subscribe: track('Store Located'), event: 'FindLocation' },
  { name: 'Customize Product', subscribe: track('Product Customized'), event: 'CustomizeProduct', contents: itself },
  { name: 'Submit Application', subscribe: track('Application Submitted'), event: 'SubmitApplication' },
  { name: 'Application Approval', subscribe: track('Application Approved'), event: 'ApplicationApproval' },
  { name: 'Lead', subscribe: track('Lead Generated'), event: 'Lead' }
]

const presets = makePresets(builderFields, 'report')
const defaults = new Map<string, unknown>(
  Object.entries(builderFields).map(([key, field]) => [key, 'default' in field ? field.default : undefined])
)

test('the fifteen documented presets come first and in order', () => {
  expect(presets.map(({ name }) => name)).toStrictEqual([...DOCUMENTED, ...ADDED].map(({ name }) => name))
})

describe.each([...DOCUMENTED, ...ADDED])('$name', ({ contents, also = [], ...row }) => {
  const preset = presets.find(({ name }) => name === row.name)
  const mapping: Readonly<Record<string, unknown>> = preset?.mapping ?? {}
  const { event, contents: items, ...others } = mapping

  test('has the documented trigger and event', () => {
    expect({ ...preset, mapping: event }).toStrictEqual({
      name: row.name,
      type: 'automatic',
      subscribe: row.subscribe,
      partnerAction: 'report',
      mapping: row.event
    })
  })
  test('maps the fields that its event can use', () => {
    const wanted = [...ALWAYS, ...(contents === undefined ? [] : CONTENTS), ...also]
    expect(Object.keys(mapping).sort()).toStrictEqual(wanted.sort())
  })
  test('maps each field by its default', () => {
    const mapped = Object.keys(others)
    expect(others).toStrictEqual(Object.fromEntries(mapped.map((key) => [key, defaults.get(key)])))
  })
  test(contents === undefined ? 'has no items' : `reads its items from ${contents}`, () => {
    const scalar = (path: string) => ({
      '@replace': { pattern: ' ', replacement: ' ', ignorecase: false, global: false, value: { '@path': path } }
    })
    const item = {
      price: { '@path': '$.price' },
      quantity: { '@path': '$.quantity' },
      content_category: { '@path': '$.category' },
      content_id: { '@path': '$.product_id' },
      content_name: { '@path': '$.name' },
      brand: { '@path': '$.brand' },
      product_id: { '@path': '$.product_id' },
      variant_id: scalar('$.variant_id'),
      sku: scalar('$.sku')
    }
    expect(items).toStrictEqual(contents === undefined ? undefined : { '@arrayPath': [contents, item] })
  })
})

describe.each(presets)('$name', ({ name = '', mapping = {} }) => {
  const blocks = ['travel_fields', 'vehicle_fields', 'lead_fields', 'event_spec_type', 'test_event_code']
  test.each([...blocks, ...(name === 'Search' ? [] : SEARCH)])('does not map %s', (key) => {
    expect(Object.keys(mapping)).not.toContain(key)
  })
})

test('maps only fields of the action', () => {
  const { email, value } = builderFields
  expect(makePresets({ email, value }, 'report')[1]?.mapping).toStrictEqual({
    email: email.default,
    value: value.default,
    event: 'Contact'
  })
})
