import type { InputField } from '@segment/actions-core'
import { when } from './conditions'
import { firstChoice, firstNumber, firstText, path, textOrBlank } from './directives'

/** The order that an event belongs to. */
export const orderFields = {
  order_id: {
    label: 'Order ID',
    type: 'string',
    description: 'Your ID of the order.',
    default: path('$.properties.order_id')
  },
  shop_id: {
    label: 'Shop ID',
    type: 'string',
    description: 'Your ID of the shop.',
    default: path('$.properties.shop_id')
  }
} satisfies Record<string, InputField>

/**
 * The items of an event. A number allows null, because the framework would otherwise turn null into 0. A text does not:
 * the framework reads a one-element array as its element only where the type is not a union, and turns null into blank
 * text, which the builder drops.
 */
export const contentsField = {
  label: 'Contents',
  type: 'object',
  multiple: true,
  defaultObjectUI: 'keyvalue',
  description: 'The items that the event is about. What an item lacks is left out, and so is an item without anything.',
  properties: {
    price: { label: 'Price', type: 'number', allowNull: true, description: 'The price of one piece.' },
    quantity: { label: 'Quantity', type: 'number', allowNull: true, description: 'How many pieces.' },
    content_category: { label: 'Content Category', type: 'string', description: 'The category.' },
    content_id: { label: 'Content ID', type: 'string', description: "The ID in TikTok's catalog." },
    content_name: { label: 'Content Name', type: 'string', description: 'The name.' },
    brand: { label: 'Brand', type: 'string', description: 'The brand.' },
    product_id: { label: 'Product ID', type: 'string', description: 'For the Content ID Mode only.' },
    variant_id: { label: 'Variant ID', type: 'string', description: 'For the Content ID Mode only.' },
    sku: { label: 'SKU', type: 'string', description: 'For the Content ID Mode only.' }
  }
} satisfies InputField

/**
 * Where a preset reads the properties of one item. The variant ID and the SKU are for the Content ID Mode only, so an
 * object there must not cost the event. Source: Segment, "V2 Ecommerce Events Spec", products.
 */
export const contentsItem = {
  price: path('$.price'),
  quantity: path('$.quantity'),
  content_category: path('$.category'),
  content_id: path('$.product_id'),
  content_name: path('$.name'),
  brand: path('$.brand'),
  product_id: path('$.product_id'),
  variant_id: textOrBlank('$.variant_id'),
  sku: textOrBlank('$.sku')
} satisfies Record<keyof typeof contentsField.properties, unknown>

/** What kind of items they are. */
export const contentTypeField = {
  label: 'Content Type',
  type: 'string',
  description: 'Whether the content IDs are those of single products or of product groups in the catalog.',
  choices: [
    { value: 'product', label: 'Product' },
    { value: 'product_group', label: 'Product group' }
  ],
  default: 'product'
} satisfies InputField

/** Items by their ids alone, and how many. */
export const itemCountFields = {
  content_ids: {
    label: 'Content IDs',
    type: 'string',
    multiple: true,
    description: 'The IDs of the items, one or several, where there are no Contents.',
    default: path('$.properties.content_ids')
  },
  num_items: {
    label: 'Number of Items',
    type: 'number',
    description: 'How many items a checkout holds.',
    default: path('$.properties.num_items')
  }
} satisfies Record<string, InputField>

/** What the event is worth. */
export const valueFields = {
  currency: {
    label: 'Currency',
    type: 'string',
    description: 'The currency of the value and the prices as an ISO 4217 code, e.g. USD.',
    default: path('$.properties.currency')
  },
  value: {
    label: 'Value',
    type: 'number',
    description:
      'What the event is worth; 0 is a value. Without one it is the sum of price times quantity, if every item has a price.',
    default: firstNumber('$.properties.value', '$.properties.revenue')
  }
} satisfies Record<string, InputField>

/** Free text about the event. */
export const textFields = {
  description: { label: 'Description', type: 'string', description: 'What the event is about, in words.' },
  query: {
    label: 'Query',
    type: 'string',
    description: 'The text that was searched for.',
    default: path('$.properties.query')
  }
} satisfies Record<string, InputField>

/** The search text under the key that TikTok reads today. */
export const searchStringField = {
  label: 'Search String',
  type: 'string',
  description: 'The text that was searched for, of a Search event.',
  depends_on: when('all', { event: 'Search' }),
  default: firstText('$.properties.search_string', '$.properties.query')
} satisfies InputField

/** How an order reaches the customer, and what the customer may be worth. */
export const fulfilmentFields = {
  delivery_category: {
    label: 'Delivery Category',
    type: 'string',
    description: 'How the order reaches the customer.',
    choices: [
      { value: 'in_store', label: 'In store' },
      { value: 'curbside', label: 'Curbside' },
      { value: 'home_delivery', label: 'Home delivery' }
    ],
    default: firstChoice('$.properties.delivery_category')
  },
  predicted_ltv: {
    label: 'Predicted Lifetime Value',
    type: 'number',
    description: 'What you expect the customer to be worth over the years, as an exact amount.',
    default: path('$.properties.predicted_ltv')
  }
} satisfies Record<string, InputField>
