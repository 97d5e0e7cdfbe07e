import escapeRegExp from 'lodash/escapeRegExp'

const MAX_LENGTH = 300

/** How far the text is searched behind its cut, so that nothing private is cut in two before it is found. */
const LOOK_AHEAD = 1000

/** What a quotation must not show. Each pattern takes a bounded number of steps at every position. */
const PRIVATE: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['[email]', /[^\s@"'<>,;:]{1,256}(?:[@＠]|%(?:25)*40)[^\s@"'<>,;]+/gi],
  ['[hash]', /[0-9a-f]{64,}/gi],
  // Seven digits or more, with what is written between the digits of a phone number, plain or URL-encoded.
  ['[number]', /(?:\+|%(?:25)*2[0-9A-F]){0,3}\p{Nd}(?:(?:[\s()./\p{Pd}]|%(?:25)*2[0-9A-F]){0,3}\p{Nd}){6,}/giu]
]

const LABELS = ['[token]', ...PRIVATE.map(([label]) => label)]

/** Characters without a meaning of their own (private use) stand for what is hidden, one for each label. */
const FIRST_MARK = 0xe000
const MARKS = /([\ue000-\ue003])\1*/g

/**
 * A text of TikTok's for an error message or an entry, at most 300 characters long before labels replace what is hidden.
 *
 * It never shows the access token (in any case, plain or URL-encoded), an email address, a SHA-256 hash, or seven digits
 * in a row with or without separators, which covers phone numbers. Nothing else can be recognised: a name that TikTok
 * repeats stays.
 * @param text the text as it came
 * @param token the access token as the settings hold it
 */
export function quote(text: string, token: string): string {
  const patterns = PRIVATE.map(([, pattern]) => pattern)
  return hide(text, [tokenPattern(token), ...patterns])
}

/** A request id of TikTok's without the access token. */
export function quoteRequestId(requestId: string, token: string): string {
  return hide(requestId, [tokenPattern(token)])
}

/** The marks are as long as what they replace, so that the text can be cut where it was meant to be cut. */
function hide(text: string, patterns: readonly RegExp[]): string {
  return patterns
    .reduce(
      (left, pattern, index) =>
        left.replace(pattern, (found) => String.fromCharCode(FIRST_MARK + index).repeat(found.length)),
      text.slice(0, MAX_LENGTH + LOOK_AHEAD)
    )
    .slice(0, MAX_LENGTH)
    .replace(MARKS, (marks) => LABELS[marks.charCodeAt(0) - FIRST_MARK] ?? '')
}

/** The token as it is sent, without the white space that the settings may have around it. */
function tokenPattern(token: string): RegExp {
  const characters = Array.from(token.trim(), (character) => {
    const encoded = character.charCodeAt(0).toString(16).padStart(2, '0')
    return `(?:${escapeRegExp(character)}|%(?:25)*${encoded})`
  })
  return new RegExp(characters.join('') || '(?!)', 'gi')
}
