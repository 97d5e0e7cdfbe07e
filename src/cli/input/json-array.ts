import { isUtf8 } from 'node:buffer'
import { badPiece, MAX_EVENT_BYTES, NOT_UTF8, type Piece, TOO_LONG } from './piece'

const NEWLINE = 0x0a
const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * Yields the elements of a JSON array, in blocks. A broken element does not affect the elements after it, unless it is
 * longer than 1 MB or one of its quotes or brackets has no counterpart.
 */
export async function* splitArray(chunks: AsyncIterable<Buffer>): AsyncGenerator<Piece[]> {
  const splitter = new ArraySplitter()
  for await (const chunk of chunks) {
    const pieces = splitter.push(chunk)
    if (pieces.length > 0) yield pieces
    if (splitter.hasFailed) return
  }
  const last = splitter.end()
  if (last !== undefined) yield [last]
}

/** Finds the commas of the outermost array by counting the brackets outside of strings. */
class ArraySplitter {
  /** Whether the rest of the input cannot be read. */
  hasFailed = false
  private pieces: Piece[] = []
  /** The bytes of the current element from earlier chunks. */
  private pending: Buffer[] = []
  private pendingLength = 0
  private line = 1
  /** The line of the current element's first byte; 0 before that byte is read. */
  private startLine = 0
  private depth = 0
  private isInString = false
  private isEscaped = false
  private isClosed = false

  push(chunk: Buffer): Piece[] {
    this.pieces = []
    let start = 0
    for (let at = 0; at < chunk.length && !this.hasFailed; at += 1) {
      const byte = chunk[at] as number
      if (byte === NEWLINE) this.line += 1
      if (this.isInString) this.readStringByte(byte)
      else if (byte > SPACE) {
        if (this.depth === 0) {
          if (this.isClosed || byte !== OPEN_BRACKET) this.fail(chunk.subarray(at))
          else {
            this.depth = 1
            start = at + 1
          }
        } else if (this.readStructuralByte(byte)) {
          this.finish(chunk.subarray(start, at))
          start = at + 1
        } else if (this.startLine === 0) this.startLine = this.line
      }
    }
    this.buffer(chunk.subarray(start))
    return this.pieces
  }

  /** Ends the input. Returns an error if the array is not complete. */
  end(): Piece | undefined {
    if (this.isClosed || this.hasFailed) return undefined
    return badPiece(
      this.startLine || this.line,
      Buffer.concat(this.pending),
      'The JSON array does not end: the file is incomplete, or a bracket or a quote is missing. The rest was not read.'
    )
  }

  private readStringByte(byte: number): void {
    if (this.isEscaped) this.isEscaped = false
    else if (byte === BACKSLASH) this.isEscaped = true
    else if (byte === QUOTE) this.isInString = false
  }

  /** @returns whether an element ends here */
  private readStructuralByte(byte: number): boolean {
    switch (byte) {
      case QUOTE:
        this.isInString = true
        return false
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.depth += 1
        return false
      case CLOSE_BRACE:
        // A surplus brace is an error of the element. Unlike a surplus bracket, it does not end the array.
        if (this.depth > 1) this.depth -= 1
        return false
      case CLOSE_BRACKET:
        this.depth -= 1
        this.isClosed = this.depth === 0
        return this.isClosed
      default:
        return byte === COMMA && this.depth === 1
    }
  }

  private finish(tail: Buffer): void {
    const bytes = this.pending.length === 0 ? tail : Buffer.concat([...this.pending, tail])
    // An empty element, as in `[1,,2]`, is skipped like a blank line in NDJSON.
    if (this.startLine > 0) this.pieces.push(toPiece(this.startLine, bytes))
    this.pending = []
    this.pendingLength = 0
    this.startLine = 0
  }

  private buffer(tail: Buffer): void {
    if (this.isClosed || this.hasFailed || this.startLine === 0) return
    this.pending.push(tail)
    this.pendingLength += tail.length
    if (this.pendingLength <= MAX_EVENT_BYTES) return
    this.hasFailed = true
    this.pieces.push(
      badPiece(
        this.startLine,
        Buffer.concat(this.pending),
        'The event does not end within 1 MB: it is too long, or a bracket or a quote is missing. The rest was not read.'
      )
    )
  }

  private fail(rest: Buffer): void {
    this.hasFailed = true
    const problem = this.isClosed
      ? 'The text after the end of the JSON array was not read.'
      : 'This is not a JSON array: it does not start with a bracket.'
    this.pieces.push(badPiece(this.line, rest, problem))
  }
}

function toPiece(line: number, bytes: Buffer): Piece {
  if (bytes.length > MAX_EVENT_BYTES) return badPiece(line, bytes, TOO_LONG)
  const text = bytes.toString()
  return isUtf8(bytes) ? { line, text } : { line, text, problem: NOT_UTF8 }
}
