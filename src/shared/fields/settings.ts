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
