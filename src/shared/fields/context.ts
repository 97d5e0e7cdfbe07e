import type { InputField } from '@segment/actions-core'
import { firstChoice, path } from './directives'

/** The device and the page that a server event came from. */
export const contextFields = {
  locale: {
    label: 'Locale',
    type: 'string',
    description: 'The language of the device as a BCP 47 tag, e.g. en-US.',
    default: path('$.context.locale')
  },
  url: {
    label: 'Page URL',
    type: 'string',
    description:
      'The address of the page. A `ttclid` in its query is taken as the TikTok Click ID; email addresses and phone numbers in its query are removed.',
    default: path('$.context.page.url')
  },
  referrer: {
    label: 'Page Referrer',
    type: 'string',
    description: 'The page that linked to this one.',
    default: path('$.context.page.referrer')
  },
  ip: {
    label: 'IP Address',
    type: 'string',
    description: 'The public IP address of the device, version 4 or 6. Anything else is left out.',
    default: path('$.context.ip')
  },
  user_agent: {
    label: 'User Agent',
    type: 'string',
    description: 'The user agent of the browser, unhashed.',
    default: path('$.context.userAgent')
  }
} satisfies Record<string, InputField>

/**
 * The identifiers that TikTok's own ad click and pixel left with the visitor.
 * @param integration the destination's key in the event's integrations object, where the Pixel's enrichment puts them
 */
export function clickIdFields(integration: string) {
  // Not firstText: an integration that is switched off is `false`, and so is every path below it.
  return {
    ttclid: {
      label: 'TikTok Click ID',
      type: 'string',
      description:
        'The click ID that TikTok appends to the landing page. One in the Page URL goes first: it is the newer click.',
      default: firstChoice('$.properties.ttclid', `$.integrations.${integration}.ttclid`)
    },
    ttp: {
      label: 'TikTok Cookie ID',
      type: 'string',
      description: "The value of the `_ttp` cookie that TikTok's pixel sets.",
      default: firstChoice('$.properties.ttp', `$.integrations.${integration}.ttp`)
    }
  } satisfies Record<string, InputField>
}
