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
  contentIdMode: contentIdModeSetting
} satisfies Record<string, GlobalSetting>
