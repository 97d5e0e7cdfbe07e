/**
 * How a value differs. `added`: only in ours. `missing`: only in theirs. `empty`: without content in both, such as `""`
 * and undefined. `changed`: otherwise.
 */
type Kind = 'added' | 'missing' | 'empty' | 'changed'

/** A kind and a path in an event, e.g. `changed user.zip_code`. */
export type Difference = `${Kind} ${string}`

/** The intended differences, most specific first. */
const INTENDED: readonly { pattern: RegExp; why: string }[] = [
  { pattern: /^empty /, why: 'The official destination sends `""`, `[]` and `{}`. Empty values are omitted.' },
  { pattern: /^changed event$/, why: 'The official destination sends `PageView`. TikTok spells it `Pageview`.' },
  { pattern: /^changed event_time$/, why: 'The official destination misreads seconds and milliseconds since 1970.' },
  {
    pattern: /^added user\.(?:city|state)$|^changed user\.(?:city|state)$/,
    why: 'Letters of every script are kept. The official destination drops letters outside ASCII.'
  },
  {
    pattern: /^added user\.tt/,
    why: 'The official destination reads click IDs under `TikTok Conversions`, which is not its own name.'
  },
  {
    pattern: /^added user\.(?:email|phone)/,
    why: 'A blank property does not hide a trait, and phone numbers are parsed with their country.'
  },
  {
    pattern: /^added user\./,
    why: "Traits in camelCase, as in Segment's spec, are also read. A blank property does not hide a trait."
  },
  {
    pattern: /^(?:changed|missing) user\.phone/,
    why: 'Phone numbers are parsed with their country. The official destination puts a + before any digits.'
  },
  { pattern: /^changed user\.email/, why: 'White space around an email address is removed before it is hashed.' },
  { pattern: /^missing user\.email/, why: 'A text without an @ is omitted, because it is not an email address.' },
  { pattern: /^missing user\.ip$/, why: 'A text that is not an IP address is omitted.' },
  { pattern: /^changed user\.(?:first|last)_name$/, why: 'Punctuation in names is removed before they are hashed.' },
  { pattern: /^changed user\.zip_code$/, why: 'Only the first five digits of a US zip code are hashed.' },
  {
    pattern: /^changed user\.country$/,
    why: 'A country is sent as its alpha-2 code. The official destination sends names and alpha-3 codes unchanged.'
  },
  {
    pattern: /^changed user\.external_id/,
    why: 'External IDs keep their case, because IDs that differ only in case belong to different people.'
  },
  { pattern: /^added properties\.value$/, why: 'If the value is missing, the sum of the items is sent.' },
  {
    pattern: /^(?:added|missing) properties\.contents\./,
    why: 'Null prices and items without properties are omitted.'
  },
  {
    pattern: /^missing properties\.(?:currency|order_id|shop_id)$/,
    why: 'A text that is only white space is omitted.'
  },
  {
    pattern: /^added properties\.search_string$/,
    why: "`search_string`, TikTok's current key, also reads Segment's `query`."
  },
  { pattern: /^missing properties\.content_type$/, why: 'The content type is sent only with contents or content IDs.' },
  { pattern: /^missing properties\.(?:query|search_string)$/, why: 'The search text is mapped for Search only.' },
  { pattern: /^changed properties\.currency$/, why: 'A currency is sent in upper case.' },
  {
    pattern: /^changed page\.(?:url|referrer)$/,
    why: 'Email addresses and phone numbers in a URL are replaced by `removed`.'
  },
  {
    pattern: /^missing limited_data_use$/,
    why: 'CRM and offline events contain `limited_data_use` only when it is mapped.'
  }
]

/** Returns the reason for a difference, or undefined if the difference is not intended. */
export function whyOf(difference: Difference): string | undefined {
  return INTENDED.find(({ pattern }) => pattern.test(difference))?.why
}

/** Lists the differences between two values. */
export function differencesOf(ours: unknown, theirs: unknown, path = ''): Difference[] {
  if (ours === theirs) return []
  if (isBlank(ours) && isBlank(theirs)) return [`empty ${path}`]
  if (isObject(ours ?? theirs) && isObject(theirs ?? ours)) {
    const [mine, other] = [ours ?? {}, theirs ?? {}] as Readonly<Record<string, unknown>>[]
    const keys = new Set([...Object.keys(mine ?? {}), ...Object.keys(other ?? {})])
    return [...keys].flatMap((key) => differencesOf(mine?.[key], other?.[key], path === '' ? key : `${path}.${key}`))
  }
  if (isBlank(theirs)) return [`added ${path}`]
  return [`${isBlank(ours) ? 'missing' : 'changed'} ${path}`]
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === '' || (isObject(value) && Object.keys(value as object).length === 0)
}
