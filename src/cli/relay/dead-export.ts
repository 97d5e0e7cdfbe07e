import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readDeadLetters } from '../../relay/queued/dead-letters'
import { EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { formatNumber, wrap } from '../text'
import { type DeadOptions, withDeadLetters } from './dead-letters'

/** Writes whole dead letters to standard output, one per line. `send` and `preview` accept them as input. */
export function exportDeadLetters(options: DeadOptions, { note, noteWidth }: Terminal): Promise<ExitCode> {
  const { limit = Infinity } = options
  return withDeadLetters(options, async ({ queue, subject }) => {
    let count = 0
    async function* toLines(): AsyncGenerator<string> {
      if (limit === 0) return
      for await (const { id, letter } of readDeadLetters(queue, subject)) {
        yield `${JSON.stringify({ id, ...letter })}\n`
        count += 1
        if (count >= limit) return
      }
    }
    await pipeline(Readable.from(toLines()), process.stdout, { end: false })
    const hint = 'They are still stored. To send them again, run: segment-tiktok relay dead redrive'
    const text = `Exported ${formatNumber(count)} dead letters.${count > 0 ? ` ${hint}` : ''}`
    note(`${wrap(text, noteWidth).join('\n')}\n`)
    return EXIT.ok
  })
}
