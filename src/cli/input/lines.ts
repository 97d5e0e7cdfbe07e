import { isUtf8 } from 'node:buffer'
import { badPiece, MAX_EVENT_BYTES, NOT_UTF8, type Piece, TOO_LONG } from './piece'

const NEWLINE = 0x0a

/** Yields the non-blank lines of NDJSON, in blocks. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Piece[]> {
  let line = 1
  for await (const { bytes, isTooLong } of wholeLines(chunks)) {
    if (isTooLong) {
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
  return encodingProblem !== undefined && text.includes('\ufffd')
    ? { line, text, problem: encodingProblem }
    : { line, text }
}

/**
 * Yields blocks of whole lines. A line that is too long is a block of its own, without its newline. The part that
 * exceeds the maximum may be missing.
 * @param chunks the bytes, in chunks that are shorter than {@link MAX_EVENT_BYTES}
 */
export async function* wholeLines(
  chunks: AsyncIterable<Buffer>
): AsyncGenerator<{ readonly bytes: Buffer; readonly isTooLong: boolean }> {
  let pending: Buffer = Buffer.alloc(0)
  let isSkipping = false
  for await (const chunk of chunks) {
    // The bytes before `start` belong to a line that is too long.
    let start = isSkipping ? chunk.indexOf(NEWLINE) + 1 : 0
    if (isSkipping && start === 0) continue
    isSkipping = false
    const firstEnd = chunk.indexOf(NEWLINE, start)
    if (pending.length + firstEnd - start > MAX_EVENT_BYTES) {
      yield { bytes: Buffer.concat([pending, chunk.subarray(start, firstEnd)]), isTooLong: true }
      pending = Buffer.alloc(0)
      start = firstEnd + 1
    }
    const end = chunk.lastIndexOf(NEWLINE) + 1
    if (end > start) yield { bytes: Buffer.concat([pending, chunk.subarray(start, end)]), isTooLong: false }
    pending = end > start ? chunk.subarray(end) : Buffer.concat([pending, chunk.subarray(start)])
    if (pending.length > MAX_EVENT_BYTES) {
      yield { bytes: pending, isTooLong: true }
      pending = Buffer.alloc(0)
      isSkipping = true
    }
  }
  if (pending.length > 0) yield { bytes: pending, isTooLong: false }
}
