import type { GlobalSetting } from '@segment/actions-core'
import { contentIdModeSetting } from '../../shared/fields'

/** The settings of TikTok Pixel. */
export const settings = {
  pixelCode: {
    label: 'Pixel Code',
    type: 'string',
    required: true,
    description: 'The ID of the pixel, as TikTok Events Manager shows it. TikTok Conversions must use the same ID.'
  },
  ldu: {
    label: 'Limited Data Use',
    type: 'boolean',
    required: false,
    default: false,
    description:
      "Asks TikTok to limit the processing of this pixel's data under the privacy law of the visitor's state."
  },
  autoPageView: {
    label: 'Fire TikTok Pixel Pageview event on page load.',
    type: 'boolean',
    required: false,
    default: true,
    description:
      'Reports one page view when the pixel loads. It has no effect if a mapping reports Pageview for all page calls, because only those events carry the event ID that deduplication needs.'
  },
  useExistingPixel: {
    label: '[Deprecated] Use Existing Pixel',
    type: 'boolean',
    required: false,
    default: false,
    description: 'Uses the pixel that the page itself loads, and does not load another.'
  },
  consentMode: {
    label: 'Consent Mode',
    type: 'string',
    required: false,
    default: 'off',
    description:
      "How the Pixel waits for the visitor's consent. On: TikTok's script is loaded and holds all events. Strict: TikTok's script is not loaded. Off: consent is not checked. Segment's consent wrapper adds the visitor's choice to each event.",
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
      'The consent category of this pixel in `context.consent.categoryPreferences`, e.g. C0004. The default is `Advertising`.'
  },
  contentIdMode: contentIdModeSetting
} satisfies Record<string, GlobalSetting>
