import type { GlobalSetting } from '@segment/actions-core'

/** The token of the Events API. */
export const accessTokenSetting = {
  label: 'Access Token',
  type: 'password',
  required: true,
  description: 'The access token that TikTok Events Manager generates for the pixel or event set, under Settings.'
} satisfies GlobalSetting

/** Where phone numbers belong that do not say so. */
export const phoneCountrySetting = {
  label: 'Default Phone Country',
  type: 'string',
  required: false,
  description:
    'The country, e.g. US, whose phone numbers are meant when neither the number nor the address names one. Without it such numbers are left out.'
} satisfies GlobalSetting

/** Which of an item's ids is its content id. */
export const contentIdModeSetting = {
  label: 'Content ID Mode',
  type: 'string',
  required: false,
  description:
    'Which ID of an item is its Content ID at TikTok; it must be the one that the catalog has. An item that lacks it keeps the mapped Content ID, and so do all without this setting. A mapping that was saved before the items had a Product ID, a Variant ID and a SKU has to map the one it needs.',
  // The framework refuses every event of a destination whose setting is none of its choices.
  choices: [
    { value: '', label: 'As mapped' },
    { value: 'product_id', label: 'Product ID' },
    { value: 'variant_id', label: 'Variant ID' },
    { value: 'sku', label: 'SKU' },
    { value: 'variant_or_product', label: 'Variant ID, else Product ID' }
  ]
} satisfies GlobalSetting
