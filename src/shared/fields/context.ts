import type { InputField } from '@segment/actions-core'
import { firstChoice, path } from './directives'

/** The device and the page of a server event. */
export const contextFields = {
  locale: {
    label: 'Locale',
    type: 'string',
    description: 'The language of the device: a BCP 47 tag, e.g. en-US.',
    default: path('$.context.locale')
  },
  url: {
    label: 'Page URL',
    type: 'string',
    description:
      'The URL of the page. A `ttclid` in its query is sent as the TikTok Click ID. Email addresses and international phone numbers in its query and fragment are removed.',
    default: path('$.context.page.url')
  },
  referrer: {
    label: 'Page Referrer',
    type: 'string',
    description: 'The URL of the page that linked to this one. It is cleaned like the Page URL.',
    default: path('$.context.page.referrer')
  },
  ip: {
    label: 'IP Address',
    type: 'string',
    description: 'The IPv4 or IPv6 address of the device. Other values are left out.',
    default: path('$.context.ip')
  },
  user_agent: {
    label: 'User Agent',
    type: 'string',
    description: 'The user agent of the browser. It is not hashed.',
    default: path('$.context.userAgent')
  }
} satisfies Record<string, InputField>

/**
 * The visitor's click ID and cookie ID.
 * @param integrations the keys in the event's integrations object under which the Pixel's Capture Click IDs stores them
 */
export function clickIdFields(...integrations: string[]) {
  const first = (id: 'ttclid' | 'ttp') =>
    // If an event switches an integration off (`false`), actions-core reads `false` for every path below it. firstText
    // would return the `false` of the last path; firstChoice returns undefined.
    firstChoice(`$.properties.${id}`, ...integrations.map((integration) => `$.integrations.${integration}.${id}`))
  return {
    ttclid: {
      label: 'TikTok Click ID',
      type: 'string',
      description:
        'The click ID that TikTok appends to the URL of the landing page. A click ID in the Page URL takes precedence, because it is newer.',
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
