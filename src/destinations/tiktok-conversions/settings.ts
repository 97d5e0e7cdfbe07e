import type { GlobalSetting } from '@segment/actions-core'
import { accessTokenSetting, contentIdModeSetting, phoneCountrySetting } from '../../shared/fields'

/** The settings of TikTok Conversions. */
export const settings = {
  accessToken: accessTokenSetting,
  pixelCode: {
    label: 'Pixel Code',
    type: 'string',
    required: true,
    description: 'The ID of the pixel in TikTok Events Manager. The destination TikTok Pixel must use the same ID.'
  },
  crmEventSetId: {
    label: 'CRM Event Set ID',
    type: 'string',
    required: false,
    description: 'The ID of the CRM event set that receives CRM events. If it is empty, the pixel receives them.'
  },
  defaultPhoneCountry: phoneCountrySetting,
  contentIdMode: contentIdModeSetting
} satisfies Record<string, GlobalSetting>
