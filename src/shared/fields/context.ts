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
 * The identifiers that an ad click and TikTok's pixel left with the visitor.
 * @param integrations the keys of the event's integrations object to read, in order; Capture Click IDs writes them there
 */
export function clickIdFields(...integrations: string[]) {
  const first = (id: 'ttclid' | 'ttp') =>
    // Not firstText: for an integration that is switched off the path reads `false`.
    firstChoice(`$.properties.${id}`, ...integrations.map((integration) => `$.integrations.${integration}.${id}`))
  return {
    ttclid: {
      label: 'TikTok Click ID',
      type: 'string',
      description:
        'The click ID that TikTok appends to the landing page. One in the Page URL goes first: it is the newer click.',
      default: first('ttclid')
    },
    ttp: {
      label: 'TikTok Cookie ID',
      type: 'string',
      description: "The value of the `_ttp` cookie that TikTok's pixel sets.",
      default: first('ttp')
    }
  } satisfies Record<string, InputField>
}
