/** The maximum length of an event, in bytes. It is more than 30 times Segment's own limit. */
export const LONGEST = 1024 * 1024

/** The maximum number of bytes of a bad piece that are copied into the rejects. */
const EXCERPT = 1000

/** The text of one event and the line in which it starts, or why it cannot be an event. */
export interface Piece {
  readonly line: number
  readonly text: string
  readonly problem?: string
}

/** Creates a piece that is not an event, with the start of its text and the reason. */
export function badPiece(line: number, bytes: Buffer, problem: string): Piece {
  return { line, text: bytes.subarray(0, EXCERPT).toString(), problem }
}

/** The problem of bytes that are not UTF-8. */
export const NOT_UTF8 = 'The line is not UTF-8. Save the file as UTF-8 (in Excel: "CSV UTF-8").'

/** The problem of an event that is longer than {@link LONGEST}. */
export const TOO_LONG = 'The event is longer than 1 MB. Segment accepts 32 kB per event.'
