/** The longest event that is read, in bytes: more than 30 times what Segment takes. */
export const LONGEST = 1024 * 1024

/** So much of a text that is too long goes into the rejects; the input's line has the rest. */
const EXCERPT = 1000

/** The text of one event, with the line that it starts in, or why it cannot be one. */
export interface Piece {
  readonly line: number
  readonly text: string
  readonly problem?: string
}

/** A piece that is no event for a reason that its text alone does not show. */
export function badPiece(line: number, bytes: Buffer, problem: string): Piece {
  return { line, text: bytes.subarray(0, EXCERPT).toString(), problem }
}

/** What is wrong with bytes that are not UTF-8. */
export const NOT_UTF8 = 'The line is not UTF-8. Save the file as UTF-8 (in Excel: "CSV UTF-8").'

/** What is wrong with an event that is longer than {@link LONGEST}. */
export const TOO_LONG = 'The event is longer than 1 MB. Segment takes 32 kB an event.'
