import escapeRegExp from 'lodash/escapeRegExp'

const MAX_LENGTH = 300

/** The search continues this many characters after the cut, so that private text is found before it is cut in two. */
const LOOK_AHEAD = 1000

/** The private text that is hidden. Each pattern takes a bounded number of steps at every position. */
const PRIVATE: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['[email]', /[^\s@"'<>,;:]{1,256}(?:[@＠]|%(?:25)*40)[^\s@"'<>,;]+/gi],
  ['[hash]', /[0-9a-f]{64,}/gi],
  // Seven digits or more, with the separators of a phone number, plain or URL-encoded.
  ['[number]', /(?:\+|%(?:25)*2[0-9A-F]){0,3}\p{Nd}(?:(?:[\s()./\p{Pd}]|%(?:25)*2[0-9A-F]){0,3}\p{Nd}){6,}/giu]
]

const LABELS = ['[token]', ...PRIVATE.map(([label]) => label)]

/** Private-use characters replace the hidden text, one for each label. */
const FIRST_MARK = 0xe000
const MARKS = /([\ue000-\ue003])\1*/g

/**
 * Quotes a text of TikTok in an error message or an entry. It keeps at most 300 characters, and then inserts the
 * labels.
 *
 * It hides the access token (in any case, plain or URL-encoded), email addresses, SHA-256 hashes, and seven digits in a
 * row with or without separators, which covers phone numbers. Other personal data, such as a name, cannot be recognised
 * and stays.
 * @param text the unchanged text
 * @param token the access token as the settings hold it
 */
export function quote(text: string, token: string): string {
  const patterns = PRIVATE.map(([, pattern]) => pattern)
  return hide(text, [tokenPattern(token), ...patterns])
}

/** Quotes TikTok's request ID without the access token. */
export function quoteRequestId(requestId: string, token: string): string {
  return hide(requestId, [tokenPattern(token)])
}

/** Replaces private text with marks of the same length, so that the text can still be cut at the same position. */
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
