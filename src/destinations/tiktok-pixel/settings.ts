import type { GlobalSetting } from '@segment/actions-core'
import { contentIdModeSetting } from '../../shared/fields'

/** The settings of TikTok Pixel. */
export const settings = {
  pixelCode: {
    label: 'Pixel Code',
    type: 'string',
    required: true,
    description: 'The ID of the pixel, as TikTok Events Manager shows it. TikTok Conversions must use the same.'
  },
  ldu: {
    label: 'Limited Data Use',
    type: 'boolean',
    required: false,
    default: false,
    description:
      "Asks TikTok to limit the processing of this pixel's data where the law of the visitor's state provides for it."
  },
  autoPageView: {
    label: 'Fire TikTok Pixel Pageview event on page load.',
    type: 'boolean',
    required: false,
    default: true,
    description:
      'Reports one page view when the pixel loads. It does not where a mapping reports Pageview for page calls: that one carries the event ID.'
  },
  useExistingPixel: {
    label: '[Deprecated] Use Existing Pixel',
    type: 'boolean',
    required: false,
    default: false,
    description: 'Loads nothing and talks to the pixel that the page loads itself.'
  },
  consentMode: {
    label: 'Consent Mode',
    type: 'string',
    required: false,
    default: 'off',
    description:
      "What happens until the visitor has consented, as the consent of Segment's events says. On: TikTok's script is loaded, and holds what it is told. Strict: it is not loaded. Off: consent is not looked at.",
    choices: [
      { value: 'off', label: 'Off' },
      { value: 'on', label: 'On' },
      { value: 'strict', label: 'Strict' }
    ]
  },
  consentCategory: {
    label: 'Consent Category',
    type: 'string',
    required: false,
    description:
      'The consent category of this pixel, as it is named in `context.consent.categoryPreferences`, e.g. C0004. `Advertising` when it is blank.'
  },
  contentIdMode: contentIdModeSetting
} satisfies Record<string, GlobalSetting>
