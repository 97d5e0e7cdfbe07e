import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readDeadLetters } from '../../relay/queued/dead-letters'
import { EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { formatNumber, shellQuote, wrap } from '../text'
import { type DeadOptions, withDeadLetters } from './dead-letters'

/** Writes whole dead letters to standard output, one per line. `send` and `preview` accept them as input. */
export function exportDeadLetters(options: DeadOptions, { note, noteWidth }: Terminal): Promise<ExitCode> {
  const { limit = Infinity } = options
  const redrive = `segment-tiktok relay dead redrive ${redriveOptions(options).map(shellQuote).join(' ')}`
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
    const hint = count === 0 ? '' : ' Exported dead letters stay stored. To send them again, run:'
    const text = `Dead letters exported: ${formatNumber(count)}.${hint}`
    note(`${wrap(text, noteWidth).join('\n')}\n${count === 0 ? '' : `  ${redrive}\n`}`)
    return EXIT.ok
  })
}

/** The options with which `relay dead redrive` takes the exported letters. */
function redriveOptions({ config, destination, limit }: DeadOptions): string[] {
  return [
    '--all',
    ...(destination === undefined ? [] : ['--destination', destination]),
    ...(limit === undefined ? [] : ['--limit', String(limit)]),
    '--config',
    config
  ]
}
