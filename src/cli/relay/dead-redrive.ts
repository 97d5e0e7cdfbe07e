import {
  countDeadLetters,
  findDeadLetter,
  putBack,
  readDeadLetters,
  type StoredLetter
} from '../../relay/queued/dead-letters'
import { ask } from '../ask'
import { CliError, EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { formatNumber, shellQuote } from '../text'
import { type DeadLetters, type DeadOptions, destinationKeyName, withDeadLetters } from './dead-letters'
import { missingLetterText } from './dead-show'

/** The options of `relay dead redrive`. */
export interface RedriveOptions extends DeadOptions {
  readonly all?: boolean
  readonly yes?: boolean
  readonly json?: boolean
}

interface Result {
  putBack: number
  /** IDs without a dead letter. */
  readonly missing: number[]
  /** IDs of dead letters whose destination is not in the configuration. */
  readonly unknownDestination: number[]
}

/** The number of dead letters that are put back at the same time. */
const BLOCK_SIZE = 100

/** Puts the events of dead letters back into the queue. */
export async function redriveDeadLetters(
  ids: readonly number[],
  options: RedriveOptions,
  terminal: Terminal
): Promise<ExitCode> {
  const { config, all = false, yes = false, json = false, destination, limit } = options
  const list = `segment-tiktok relay dead list --config ${shellQuote(config)}`
  if (all === ids.length > 0) {
    throw new CliError(`Pass either IDs of dead letters or --all. To see the IDs, run: ${list}`)
  }
  if (!all && (destination ?? limit) !== undefined) throw new CliError('--destination and --limit need --all.')
  if (all && !yes && !terminal.canAsk) {
    throw new CliError(`There is no terminal to confirm on. Pass --yes. To check first, run: ${list}`)
  }
  return withDeadLetters(options, async (letters) => {
    const result: Result = { putBack: 0, missing: [], unknownDestination: [] }
    if (all && !yes && !(await confirm(letters, limit, terminal))) return EXIT.ok
    try {
      await putAllBack(all ? readDeadLetters(letters.queue, letters.subject) : findLetters(ids, letters, result), {
        letters,
        limit: limit ?? Infinity,
        result
      })
    } finally {
      terminal.out(json ? `${JSON.stringify(result)}\n` : describe(result))
    }
    return result.missing.length + result.unknownDestination.length > 0 ? EXIT.rejected : EXIT.ok
  })
}

async function confirm(
  { queue, subject }: DeadLetters,
  limit: number | undefined,
  terminal: Terminal
): Promise<boolean> {
  const counts = Object.entries(await countDeadLetters(queue, subject))
  for (const [name, count] of counts) {
    // The subject ends with the source and the destination.
    terminal.note(`${name.split('.').slice(-2).join('/')}: ${formatNumber(count)}\n`)
  }
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  if (total > 0) return ask(`Put ${formatNumber(Math.min(total, limit ?? Infinity))} events back into the queue?`)
  terminal.note('There are no dead letters.\n')
  return false
}

async function* findLetters(
  ids: readonly number[],
  { queue }: DeadLetters,
  { missing }: Result
): AsyncGenerator<StoredLetter> {
  for (const id of new Set(ids)) {
    const stored = await findDeadLetter(queue, id)
    if (stored === undefined) missing.push(id)
    else yield stored
  }
}

async function putAllBack(
  chosen: AsyncIterable<StoredLetter>,
  { letters: { queue, keys }, limit, result }: { letters: DeadLetters; limit: number; result: Result }
): Promise<void> {
  const known = new Set(keys.map(destinationKeyName))
  let block: StoredLetter[] = []
  const finishBlock = async (): Promise<void> => {
    const done = await Promise.allSettled(block.map((stored) => putBack(queue, stored)))
    block = []
    result.putBack += done.filter(({ status }) => status === 'fulfilled').length
    const failure = done.find((one) => one.status === 'rejected')
    if (failure !== undefined) throw failure.reason
  }
  let count = 0
  if (limit === 0) return
  for await (const stored of chosen) {
    const { source, destination } = stored.letter
    if (known.has(destinationKeyName({ source, name: destination }))) block.push(stored)
    else result.unknownDestination.push(stored.id)
    if (block.length >= BLOCK_SIZE) await finishBlock()
    count += 1
    if (count >= limit) break
  }
  await finishBlock()
}

function describe({ putBack, missing, unknownDestination }: Result): string {
  const lines = [
    `Put back: ${formatNumber(putBack)}`,
    ...missing.map(missingLetterText),
    ...(unknownDestination.length > 0
      ? [
          `Not put back: ${formatNumber(unknownDestination.length)}, because their destination is not in the configuration.`
        ]
      : [])
  ]
  return `${lines.join('\n')}\n`
}
