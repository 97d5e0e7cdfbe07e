import escapeRegExp from 'lodash/escapeRegExp'

const MAX_LENGTH = 300

/**
 * The search for private text continues this many characters beyond the cut, so that it finds a match across the cut.
 */
const LOOK_AHEAD = 1000

/** The private text that is hidden. Each pattern takes a bounded number of steps at every position. */
const PRIVATE: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['[email]', /[^\s@"'<>,;:]{1,256}(?:[@＠]|%(?:25)*40)[^\s@"'<>,;]+/gi],
  ['[hash]', /[0-9a-f]{64,}/gi],
  // Seven or more digits with the separators of a phone number, plain or URL-encoded.
  ['[number]', /(?:\+|%(?:25)*2[0-9A-F]){0,3}\p{Nd}(?:(?:[\s()./\p{Pd}]|%(?:25)*2[0-9A-F]){0,3}\p{Nd}){6,}/giu]
]

const LABELS = ['[token]', ...PRIVATE.map(([label]) => label)]

/** Private-use characters replace the hidden text, one for each label. */
const FIRST_MARK = 0xe000
const MARKS = /([\ue000-\ue003])\1*/g

/**
 * Quotes a message of TikTok. It cuts the message to 300 characters, and then replaces private text with labels.
 *
 * It hides the access token (in upper or lower case, plain or URL-encoded), email addresses, SHA-256 hashes, and seven
 * or more digits in a row with or without separators, which covers phone numbers. Other personal data, such as a name,
 * cannot be recognised and stays.
 * @param text the raw text
 * @param token the access token in the settings
 */
export function quote(text: string, token: string): string {
  const patterns = PRIVATE.map(([, pattern]) => pattern)
  return hide(text, [tokenPattern(token), ...patterns])
}

/** Quotes TikTok's request ID without the access token. */
export function quoteRequestId(requestId: string, token: string): string {
  return hide(requestId, [tokenPattern(token)])
}

/**
 * Cuts the text and replaces private text with labels. Before the text is cut, marks of the same length stand in for
 * the labels, because labels would change the position of the cut.
 */
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

/** Matches the token without surrounding white space, as it is sent. */
function tokenPattern(token: string): RegExp {
  const characters = Array.from(token.trim(), (character) => {
    const encoded = character.charCodeAt(0).toString(16).padStart(2, '0')
    return `(?:${escapeRegExp(character)}|%(?:25)*${encoded})`
  })
  return new RegExp(characters.join('') || '(?!)', 'gi')
}
