import type { GlobalSetting } from '@segment/actions-core'

/** The token of the Events API. */
export const accessTokenSetting = {
  label: 'Access Token',
  type: 'password',
  required: true,
  description: 'The access token of the pixel or event set. TikTok Events Manager generates it under Settings.'
} satisfies GlobalSetting

/** The fallback country for phone numbers without a calling code. */
export const phoneCountrySetting = {
  label: 'Default Phone Country',
  type: 'string',
  required: false,
  description:
    'The country of phone numbers that have no calling code and no country in the address, e.g. US. If it is empty, such numbers are left out.'
} satisfies GlobalSetting

/** Determines which ID of an item is its content ID. */
export const contentIdModeSetting = {
  label: 'Content ID Mode',
  type: 'string',
  required: false,
  description:
    'Which ID of an item is sent as its Content ID. It must be the ID in the catalog. An item without that ID keeps its mapped Content ID. The presets map Product ID, Variant ID and SKU. A mapping that was saved before this setting existed lacks them: map the one that the mode needs.',
  // A blank value is a choice, because the framework refuses every event if the setting's value is not a choice.
  choices: [
    { value: '', label: 'As mapped' },
    { value: 'product_id', label: 'Product ID' },
    { value: 'variant_id', label: 'Variant ID' },
    { value: 'sku', label: 'SKU' },
    { value: 'variant_or_product', label: 'Variant ID, else Product ID' }
  ]
} satisfies GlobalSetting
