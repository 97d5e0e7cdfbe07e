/** How one value of an event differs: `more` means that only ours has a value, `less` that only theirs has one. */
type Kind = 'more' | 'less' | 'empty' | 'other'

/** A kind and a path in an event, e.g. `other user.zip_code`. */
export type Difference = `${Kind} ${string}`

/** The intended differences, most specific first. */
const INTENDED: readonly { of: RegExp; why: string }[] = [
  { of: /^empty /, why: 'The official destination sends `""`, `[]` and `{}`. Empty values are omitted.' },
  { of: /^other event$/, why: "The official page view is `PageView`. TikTok's own spelling is `Pageview`." },
  { of: /^other event_time$/, why: 'The official destination reads seconds and milliseconds since 1970 wrongly.' },
  {
    of: /^more user\.(?:city|state)$|^other user\.(?:city|state)$/,
    why: 'Letters of every script stay. The official destination drops all letters but ASCII.'
  },
  {
    of: /^more user\.tt/,
    why: 'The official destination reads click IDs under `TikTok Conversions`, which is not its name.'
  },
  {
    of: /^more user\.(?:email|phone)/,
    why: 'A blank property does not hide a trait, and a phone number is read by its country.'
  },
  {
    of: /^more user\./,
    why: "Traits are read in camelCase as well, as Segment's spec writes them, and behind a blank property."
  },
  {
    of: /^(?:other|less) user\.phone/,
    why: 'A phone number is read by its country. The official destination puts a + before any digits.'
  },
  { of: /^other user\.email/, why: 'White space around an email address is removed before it is hashed.' },
  { of: /^less user\.email/, why: 'A text without an @ is no email address: its hash can match nobody.' },
  { of: /^less user\.ip$/, why: 'A text that is no IP address is omitted.' },
  { of: /^other user\.(?:first|last)_name$/, why: 'Names lose their punctuation before they are hashed.' },
  { of: /^other user\.zip_code$/, why: 'Of a US zip code the first five digits are hashed.' },
  {
    of: /^other user\.country$/,
    why: 'A country is sent as its alpha-2 code. The official destination sends names and alpha-3 codes as they come.'
  },
  {
    of: /^other user\.external_id/,
    why: 'External IDs keep their case, because upper and lower case are different people.'
  },
  { of: /^more properties\.value$/, why: 'Without a value, the sum of the items is sent.' },
  {
    of: /^(?:more|less) properties\.contents\./,
    why: 'An item without any property is omitted, and so is a null price.'
  },
  { of: /^less properties\.(?:currency|order_id|shop_id)$/, why: 'White space counts as blank and is omitted.' },
  {
    of: /^more properties\.search_string$/,
    why: "`search_string`, TikTok's current key, also reads Segment's `query`."
  },
  { of: /^less properties\.content_type$/, why: 'The content type is sent with contents or content IDs only.' },
  { of: /^less properties\.(?:query|search_string)$/, why: 'What was searched for is mapped for Search alone.' },
  { of: /^other properties\.currency$/, why: 'A currency is sent in upper case.' },
  {
    of: /^other page\.(?:url|referrer)$/,
    why: 'Email addresses and phone numbers in a URL are replaced by `removed`.'
  },
  {
    of: /^less limited_data_use$/,
    why: 'CRM and offline events carry `limited_data_use` only when it is mapped.'
  }
]

/** The reason for a difference; undefined for one that is not intended. */
export function whyOf(difference: Difference): string | undefined {
  return INTENDED.find(({ of }) => of.test(difference))?.why
}

/** The differences between two values. */
export function differencesOf(ours: unknown, theirs: unknown, path = ''): Difference[] {
  if (ours === theirs) return []
  if (isBlank(ours) && isBlank(theirs)) return [`empty ${path}`]
  if (isObject(ours ?? theirs) && isObject(theirs ?? ours)) {
    const [mine, other] = [ours ?? {}, theirs ?? {}] as Readonly<Record<string, unknown>>[]
    const keys = new Set([...Object.keys(mine ?? {}), ...Object.keys(other ?? {})])
    return [...keys].flatMap((key) => differencesOf(mine?.[key], other?.[key], path === '' ? key : `${path}.${key}`))
  }
  if (isBlank(theirs)) return [`more ${path}`]
  return [`${isBlank(ours) ? 'less' : 'other'} ${path}`]
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === '' || (isObject(value) && Object.keys(value as object).length === 0)
}
