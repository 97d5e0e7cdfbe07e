/** Click IDs are not changed, although some look like phone numbers. */
const CLICK_IDS = new Set([
  'ttclid',
  'gclid',
  'fbclid',
  'msclkid',
  'wbraid',
  'gbraid',
  'dclid',
  'twclid',
  'li_fat_id',
  'ScCid'
])

/** The maximum number of decodings: a form, a redirect and a link to the redirect may each have encoded the value. */
const MAX_DECODINGS = 3

/**
 * Replaces email addresses and international phone numbers in the query and the fragment with `removed`, because
 * personal data is sent hashed or not at all. Only a parameter whose whole value is one of them is replaced. All other
 * parameters, and click IDs, stay byte for byte.
 * @param url absolute or relative, valid or not
 */
export function cleanUrl(url: string): string {
  const start = url.search(/[?#]/)
  return start < 0 ? url : url.slice(0, start) + url.slice(start).replace(/[^?&#]+/g, cleanParameter)
}

/** A parameter is `name=value`, or a value alone. */
function cleanParameter(parameter: string): string {
  const equals = parameter.indexOf('=')
  const name = parameter.slice(0, Math.max(equals, 0))
  const value = parameter.slice(equals + 1)
  return CLICK_IDS.has(name) || !isPersonal(value) ? parameter : `${parameter.slice(0, equals + 1)}removed`
}

/** Whether the whole text is an email address or an international phone number, percent-encoded or not. */
export function isPersonal(value: string): boolean {
  // Most values fail this fast test: addresses contain `@`, numbers begin with `+` or `00`, and `%` may encode both.
  if (!/[@%+]|^\s*00/.test(value)) return false
  let text = value.trim()
  for (let decodings = 0; decodings <= MAX_DECODINGS; decodings++) {
    // Forms write a space as `+`.
    if (isPhone(text) || isEmail(text) || isEmail(text.replace(/\+/g, ' ').trim())) return true
    if (!text.includes('%')) return false
    text = decode(text).trim()
  }
  return false
}

/** An email address has a dot in its domain. Its local part holds none of the characters that need quotes. */
function isEmail(text: string): boolean {
  return /^[^\s@"(),:;<>[\\\]]+@[\p{L}\p{N}\p{M}-]+(?:\.[\p{L}\p{N}\p{M}-]+)+$/u.test(text)
}

/**
 * An international phone number is `+` or `00`, and 8 to 15 digits (the `00` included) with separators. A `+` among the
 * digits stands for a space.
 */
function isPhone(text: string): boolean {
  return /^(?:\+(?:[\s()./+-]*\d){2}|00(?=[1-9]))(?:[\s()./+-]*\d){6,13}[\s()./+-]*$/.test(text)
}

/** Percent-decodes valid sequences and keeps the rest, where `decodeURIComponent` would throw. `+` stays. */
function decode(text: string): string {
  return new URLSearchParams(`value=${text.replace(/[&+]/g, encodeURIComponent)}`).get('value') ?? ''
}
