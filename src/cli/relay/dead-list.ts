import { countDeadLetters, readDeadLetters, type StoredLetter } from '../../relay/queued/dead-letters'
import { EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { formatNumber, sanitize, shorten, table } from '../text'
import { type DeadOptions, destinationKeyName, withDeadLetters } from './dead-letters'

/** The options of `relay dead list`. */
export interface ListOptions extends DeadOptions {
  readonly json?: boolean
}

/** The number of dead letters that are listed on a terminal without `--limit`. */
const DEFAULT_LIMIT = 20

const HEADINGS = ['ID', 'TIME', 'DESTINATION', 'STATUS', 'MESSAGE ID', 'MESSAGE']

/** Each block of lines is aligned separately, so that a long list needs little memory. */
const BLOCK_SIZE = 500

const MAX_ID_LENGTH = 36

/** Lists dead letters without their events, oldest first. */
export function listDeadLetters(options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const limit = options.limit ?? (terminal.isTerminal ? DEFAULT_LIMIT : Infinity)
  return withDeadLetters(options, async ({ queue, subject }) => {
    const total = Object.values(await countDeadLetters(queue, subject)).reduce((sum, count) => sum + count, 0)
    let shown = 0
    let block: StoredLetter[] = []
    const show = (): void => {
      if (options.json !== true && block.length > 0) terminal.out(showBlock(block, terminal))
      block = []
    }
    const letters = total === 0 || limit === 0 ? [] : readDeadLetters(queue, subject)
    for await (const stored of letters) {
      shown += 1
      if (options.json === true) terminal.out(`${JSON.stringify(asJson(stored))}\n`)
      else block.push(stored)
      if (block.length >= BLOCK_SIZE) show()
      if (shown >= limit) break
    }
    show()
    if (total === 0) terminal.note('There are no dead letters.\n')
    else if (shown < total)
      terminal.note(
        `Listed the oldest ${formatNumber(shown)} of ${formatNumber(total)} dead letters. Pass a higher --limit to list more.\n`
      )
    return EXIT.ok
  })
}

function asJson({ id, letter }: StoredLetter): object {
  const { time, source, destination, status, message, event } = letter
  return { id, time, source, destination, status, message, messageId: event.messageId }
}

function showBlock(block: readonly StoredLetter[], { colours, width, isTerminal }: Terminal): string {
  const rows = block.map(({ id, letter: { time, source, destination, status, message, event } }) => [
    String(id),
    time,
    destinationKeyName({ source, name: destination }),
    String(status),
    shorten(sanitize(event.messageId), MAX_ID_LENGTH),
    sanitize(message)
  ])
  const [heading = '', ...lines] = table([HEADINGS, ...rows], [0, 3])
  return `${[colours.bold(heading), ...lines.map((line) => (isTerminal ? shorten(line, width) : line))].join('\n')}\n`
}
