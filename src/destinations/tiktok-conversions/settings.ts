import type { GlobalSetting } from '@segment/actions-core'
import { accessTokenSetting, contentIdModeSetting, phoneCountrySetting } from '../../shared/fields'

/** The settings of TikTok Conversions. */
export const settings = {
  accessToken: accessTokenSetting,
  pixelCode: {
    label: 'Pixel Code',
    type: 'string',
    required: true,
    description: 'The ID of the pixel, as TikTok Events Manager shows it. The Pixel in the browser must use the same.'
  },
  crmEventSetId: {
    label: 'CRM Event Set ID',
    type: 'string',
    required: false,
    description: 'The ID of the CRM event set that CRM events go to. Without it they go to the pixel.'
  },
  defaultPhoneCountry: phoneCountrySetting,
  contentIdMode: contentIdModeSetting
} satisfies Record<string, GlobalSetting>
