import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readDeadLetters } from '../../relay/queued/dead-letters'
import { EXIT, type ExitCode } from '../exit'
import { number } from '../send/progress'
import type { Terminal } from '../terminal'
import { type DeadLetters, type DeadOptions, withDeadLetters } from './dead-letters'

/** Writes whole dead letters to standard output, one per line. `send` and `preview` accept them as input. */
export function exportDeadLetters(options: DeadOptions, { note }: Terminal): Promise<ExitCode> {
  return withDeadLetters(options, async (letters) => {
    let count = 0
    const lines = linesOf(letters, options.limit ?? Infinity, () => (count += 1))
    await pipeline(Readable.from(lines), process.stdout, { end: false })
    note(`Exported ${number(count)} dead letters. They stay in the queue: relay dead redrive puts them back.\n`)
    return EXIT.ok
  })
}

async function* linesOf({ queue, subject }: DeadLetters, limit: number, count: () => number): AsyncGenerator<string> {
  if (limit === 0) return
  for await (const { id, letter } of readDeadLetters(queue, subject)) {
    yield `${JSON.stringify({ id, ...letter })}\n`
    if (count() >= limit) return
  }
}
