/** The maximum length of an event, in bytes. It is more than 30 times Segment's own limit. */
export const LONGEST = 1024 * 1024

/** The number of characters of a text that is too long that go into the rejects. The input still has the rest. */
const EXCERPT = 1000

/** The text of one event and the line in which it starts, or why it cannot be an event. */
export interface Piece {
  readonly line: number
  readonly text: string
  readonly problem?: string
}

/** A piece that is not an event for a reason that its text alone does not show. */
export function badPiece(line: number, bytes: Buffer, problem: string): Piece {
  return { line, text: bytes.subarray(0, EXCERPT).toString(), problem }
}

/** The problem of bytes that are not UTF-8. */
export const NOT_UTF8 = 'The line is not UTF-8. Save the file as UTF-8 (in Excel: "CSV UTF-8").'

/** The problem of an event that is longer than {@link LONGEST}. */
export const TOO_LONG = 'The event is longer than 1 MB. Segment accepts 32 kB per event.'
