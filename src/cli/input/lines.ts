import { isUtf8 } from 'node:buffer'
import { badPiece, MAX_EVENT_BYTES, NOT_UTF8, type Piece, TOO_LONG } from './piece'

const NEWLINE = 0x0a

/** Yields the non-blank lines of NDJSON, in blocks. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Piece[]> {
  let line = 1
  for await (const { bytes, isTruncated } of wholeLines(chunks)) {
    if (isTruncated) {
      yield [badPiece(line, bytes, TOO_LONG)]
      line += 1
      continue
    }
    const texts = bytes.toString().split('\n')
    if (texts.at(-1) === '') texts.pop()
    const encodingProblem = isUtf8(bytes) ? undefined : NOT_UTF8
    const first = line
    yield texts
      .map((text, index) => toPiece(first + index, text, encodingProblem))
      .filter(({ text }) => text.trim() !== '')
    line += texts.length
  }
}

/** @param encodingProblem the problem of a line that contains U+FFFD; undefined if the whole block is UTF-8 */
function toPiece(line: number, text: string, encodingProblem: string | undefined): Piece {
  if (text.length > MAX_EVENT_BYTES) return badPiece(line, Buffer.from(text), TOO_LONG)
  return encodingProblem !== undefined && text.includes('\ufffd')
    ? { line, text, problem: encodingProblem }
    : { line, text }
}

/** Yields blocks of whole lines. If a line is too long, its start is a block of its own and the rest is skipped. */
export async function* wholeLines(
  chunks: AsyncIterable<Buffer>
): AsyncGenerator<{ readonly bytes: Buffer; readonly isTruncated: boolean }> {
  let pending: Buffer = Buffer.alloc(0)
  let isSkipping = false
  for await (const chunk of chunks) {
    // The bytes at the start of the chunk that belong to a line that is too long.
    const skipped = isSkipping ? chunk.indexOf(NEWLINE) + 1 : 0
    if (isSkipping && skipped === 0) continue
    isSkipping = false
    const end = chunk.lastIndexOf(NEWLINE) + 1
    if (end > skipped) yield { bytes: Buffer.concat([pending, chunk.subarray(skipped, end)]), isTruncated: false }
    pending = end > skipped ? chunk.subarray(end) : Buffer.concat([pending, chunk.subarray(skipped)])
    if (pending.length > MAX_EVENT_BYTES) {
      yield { bytes: pending, isTruncated: true }
      pending = Buffer.alloc(0)
      isSkipping = true
    }
  }
  if (pending.length > 0) yield { bytes: pending, isTruncated: false }
}
