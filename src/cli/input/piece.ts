/** The maximum length of an event, in bytes. It is more than 30 times Segment's own limit. */
export const MAX_EVENT_BYTES = 1024 * 1024

/** The maximum number of bytes that `badPiece` keeps of a text. */
const EXCERPT_BYTES = 1000

/** The text of one event and the line on which it starts. If it cannot be an event, `problem` says why. */
export interface Piece {
  readonly line: number
  readonly text: string
  readonly problem?: string
}

/** Creates a piece that is not an event, with the start of its text and the reason. */
export function badPiece(line: number, bytes: Buffer, problem: string): Piece {
  return { line, text: bytes.subarray(0, EXCERPT_BYTES).toString(), problem }
}

/** The problem of bytes that are not UTF-8. */
export const NOT_UTF8 = 'The line is not UTF-8. Save the file as UTF-8 (in Excel: "CSV UTF-8").'

/** The problem of an event that is longer than {@link MAX_EVENT_BYTES}. */
export const TOO_LONG = 'The event is longer than 1 MB. Segment accepts 32 kB per event.'
