import type { GlobalSetting } from '@segment/actions-core'
import { accessTokenSetting, contentIdModeSetting, phoneCountrySetting } from '../../shared/fields'

/** The settings of TikTok Offline Conversions. */
export const settings = {
  accessToken: accessTokenSetting,
  eventSetID: {
    label: 'Event Set ID',
    type: 'string',
    required: true,
    description: 'The ID of the offline event set in TikTok Events Manager.'
  },
  defaultPhoneCountry: phoneCountrySetting,
  contentIdMode: contentIdModeSetting
} satisfies Record<string, GlobalSetting>
