/** How one value of an event differs: `more` and `less` say that only ours, or only theirs, has something there. */
type Kind = 'more' | 'less' | 'empty' | 'other'

/** A kind and a path in an event, e.g. `other user.zip_code`. */
export type Difference = `${Kind} ${string}`

/** Where both write the same event in different ways on purpose. Source: spec/decisions.md, identity.md, destinations.md. */
const MEANT: readonly { of: RegExp; why: string }[] = [
  { of: /^empty /, why: 'the peer sends `""`, `[]` and `{}`; empty values are omitted' },
  { of: /^other event$/, why: "the peer's page view is `PageView`; `Pageview` is TikTok's own spelling" },
  { of: /^more user\.tt/, why: 'the peer looks for click ids under `TikTok Conversions`, which is not its own name' },
  {
    of: /^more user\./,
    why: "the peer does not read traits in camelCase, as Segment's spec has them, or behind a blank property"
  },
  { of: /^more properties\.value$/, why: 'without a value the sum of the items is sent' },
  {
    of: /^more properties\.search_string$/,
    why: "`search_string`, TikTok's current key, also reads Segment's `query`"
  },
  { of: /^less properties\.content_type$/, why: 'the content type is sent with contents or content ids only' },
  { of: /^less properties\.(query|search_string)$/, why: 'what was searched for is mapped for Search alone' },
  { of: /^other user\.(first|last)_name$/, why: 'names lose their punctuation before they are hashed' },
  { of: /^other user\.zip_code$/, why: 'of a US zip code the first five digits are hashed' },
  { of: /^other user\.(city|state)$/, why: 'letters of every script stay, where the peer drops all but ASCII' },
  { of: /^other user\.country$/, why: 'a country is sent as alpha-2, where the peer sends a name or alpha-3' },
  { of: /^(other|less) user\.phone/, why: 'a number is read by its country; the peer puts a + before any digits' },
  { of: /^other user\.external_id/, why: 'upper and lower case are different people: external ids keep theirs' },
  { of: /^other properties\.currency$/, why: 'a currency is sent in upper case' }
]

/** Why a difference is meant; undefined where nobody knows. */
export function whyOf(difference: Difference): string | undefined {
  return MEANT.find(({ of }) => of.test(difference))?.why
}

/** What differs between two values. */
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
