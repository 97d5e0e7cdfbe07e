import type { InputField } from '@segment/actions-core'
import { when } from './conditions'
import { firstChoice, firstNumber, firstText, path, textOrBlank } from './directives'

/** The order of an event. */
export const orderFields = {
  order_id: {
    label: 'Order ID',
    type: 'string',
    description: 'Your ID for the order.',
    default: path('$.properties.order_id')
  },
  shop_id: {
    label: 'Shop ID',
    type: 'string',
    description: 'Your ID for the shop.',
    default: path('$.properties.shop_id')
  }
} satisfies Record<string, InputField>

/**
 * The items of an event. Number properties have `allowNull`, because without it the framework converts null to 0.
 * String properties do not have it, because it stops the framework from converting an array of one element to that
 * element. The framework converts a null in them to a blank string, which the builder drops.
 */
export const contentsField = {
  label: 'Contents',
  type: 'object',
  multiple: true,
  defaultObjectUI: 'keyvalue',
  description: 'The items of the event. Empty properties and empty items are left out.',
  properties: {
    price: { label: 'Price', type: 'number', allowNull: true, description: 'The price of one unit.' },
    quantity: { label: 'Quantity', type: 'number', allowNull: true, description: 'The number of units.' },
    content_category: { label: 'Content Category', type: 'string', description: 'The category of the item.' },
    content_id: { label: 'Content ID', type: 'string', description: "The ID of the item in TikTok's catalog." },
    content_name: { label: 'Content Name', type: 'string', description: 'The name of the item.' },
    brand: { label: 'Brand', type: 'string', description: 'The brand of the item.' },
    product_id: { label: 'Product ID', type: 'string', description: 'Used only by the setting Content ID Mode.' },
    variant_id: { label: 'Variant ID', type: 'string', description: 'Used only by the setting Content ID Mode.' },
    sku: { label: 'SKU', type: 'string', description: 'Used only by the setting Content ID Mode.' }
  }
} satisfies InputField

/**
 * The paths from which a preset reads an item. `textOrBlank` drops an object in Variant ID or SKU: it must not cause
 * the event to be refused, because only the Content ID Mode uses these two properties. Source: Segment, "V2 Ecommerce
 * Events Spec", products.
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

/** The kind of the items. */
export const contentTypeField = {
  label: 'Content Type',
  type: 'string',
  description: 'Whether the content IDs identify products or product groups in the catalog.',
  choices: [
    { value: 'product', label: 'Product' },
    { value: 'product_group', label: 'Product group' }
  ],
  default: 'product'
} satisfies InputField

/** The IDs of the items, and the number of items. */
export const itemCountFields = {
  content_ids: {
    label: 'Content IDs',
    type: 'string',
    multiple: true,
    description: 'One or more IDs of the items, for an event without Contents.',
    default: path('$.properties.content_ids')
  },
  num_items: {
    label: 'Number of Items',
    type: 'number',
    description: 'The number of items in the checkout.',
    default: path('$.properties.num_items')
  }
} satisfies Record<string, InputField>

/** The value of the event. */
export const valueFields = {
  currency: {
    label: 'Currency',
    type: 'string',
    description: 'The currency of the value and the prices: an ISO 4217 code, e.g. USD.',
    default: path('$.properties.currency')
  },
  value: {
    label: 'Value',
    type: 'number',
    description:
      'The value of the event. 0 counts as a value. If it is missing and every item has a price, the sum of price times quantity is sent, except for page views, searches and views of product lists.',
    default: firstNumber('$.properties.value', '$.properties.revenue')
  }
} satisfies Record<string, InputField>

/** Free text about the event. */
export const textFields = {
  description: { label: 'Description', type: 'string', description: 'A description of the event.' },
  query: {
    label: 'Query',
    type: 'string',
    description: 'The text that the visitor searched for.',
    default: path('$.properties.query')
  }
} satisfies Record<string, InputField>

/** The search text under TikTok's current key. */
export const searchStringField = {
  label: 'Search String',
  type: 'string',
  description: 'The text that the visitor searched for, in a Search event.',
  depends_on: when('all', { event: 'Search' }),
  default: firstText('$.properties.search_string', '$.properties.query')
} satisfies InputField

/** The delivery of an order and the predicted value of its customer. */
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
    description: 'The amount that you expect the customer to spend over their lifetime.',
    default: path('$.properties.predicted_ltv')
  }
} satisfies Record<string, InputField>
