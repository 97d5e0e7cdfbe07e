import { CliError, EXIT, type ExitCode } from '../exit'
import { refuseTerminal } from '../input/open'
import { type EventReader, readEvents } from '../input/read-events'
import { toReadOptions } from '../options'
import { openTarget } from '../target'
import type { Terminal } from '../terminal'
import { type Batch, makeBatches, readFirstBatch } from './batches'
import { confirm } from './confirm'
import { deliver } from './deliver'
import { digestInput } from './digest'
import { filesOf, initialState } from './files'
import { identityOf } from './identity'
import { onInterrupt } from './interrupt'
import { Journal } from './journal'
import { acquireLock } from './lock'
import type { SendOptions } from './options'
import { describeEnding, type Ending, endingAsJson, exitCodeOf } from './ending'
import { RateLimiter } from './rate-limiter'
import { showProgress } from './progress'
import { createSender, type Sender } from './sender'
import { newState, type State } from './state'
import { Stop } from './stop'

/** The maximum number of events in one request. */
const MAX_BATCH = 1000

/** A call of `send`. */
export interface SendCall {
  /** A file, or `-`. */
  readonly input: string
  readonly options: SendOptions
  /** The command that resumes the run if it stops early. */
  readonly resumeCommand: string
  readonly terminal: Terminal
}

interface RunParts {
  readonly sender: Sender
  readonly journal: Journal
  readonly reader: EventReader
  readonly batches: AsyncGenerator<Batch, void>
  /** The length of the input; undefined if it is unknown. */
  readonly bytes: number | undefined
}

/** Sends the events of an input. */
export async function send(call: SendCall): Promise<ExitCode> {
  const { input, options, resumeCommand, terminal } = call
  const { sandbox = false, dryRun = false, yes = false } = options
  const mustAsk = !yes && !sandbox && !dryRun
  refuseTerminal(input)
  if (mustAsk && !terminal.canAsk) {
    throw new CliError(
      'There is no terminal to confirm on. Pass --yes. To see what would be sent, run: segment-tiktok preview FILE'
    )
  }
  const files = filesOf(input, options)
  const target = await openTarget(options, terminal, { requiresSettings: !dryRun })
  let releaseLock: (() => void) | undefined
  try {
    if (files.state !== undefined && !dryRun) releaseLock = acquireLock(`${files.state}.lock`)
    const sender = await createSender(target, options)
    const digest = files.state === undefined ? undefined : await digestInput(input)
    const identity = identityOf(digest?.sha256 ?? '', sender, target, options)
    const state = dryRun ? newState(identity, files.rejects) : initialState(files, options, identity, resumeCommand)
    if (mustAsk && !(await confirm(input, target, options, terminal))) return EXIT.ok
    const reader = await readEvents(input, toReadOptions(options))
    const size = Math.min(MAX_BATCH, options.rate ?? MAX_BATCH)
    // The first batch is read before the state and the rejects are written, so that a mistake in the header leaves no
    // file.
    const batches = await readFirstBatch(makeBatches(reader, state.settled, size))
    const startTime = Date.now()
    const progress = (): Pick<State, 'requests' | 'milliseconds'> => ({
      requests: state.requests + sender.requests(),
      milliseconds: state.milliseconds + Date.now() - startTime
    })
    const journal = dryRun ? Journal.inMemory(state, progress) : await Journal.open(files.state, state, progress)
    return await run(call, { sender, journal, reader, batches, bytes: digest?.bytes })
  } finally {
    releaseLock?.()
    await target.close()
  }
}

async function run({ input, options, resumeCommand, terminal }: SendCall, parts: RunParts): Promise<ExitCode> {
  const { sender, journal, reader, batches, bytes } = parts
  const stop = new Stop()
  let waitReason: string | undefined
  let doneBytes = journal.state.settled.length > 0 ? reader.bytes : 0
  // The handler comes first. Without it, Ctrl-C would end the process while the progress bar hides the cursor.
  const stopListening = onInterrupt(() => {
    stop.request('interrupted', '')
    terminal.note('\nWaiting for the open requests. Press Ctrl-C again to stop at once.\n')
    if (input === '-') process.stdin.destroy()
  })
  const stopProgress = showProgress(
    () => ({
      delivered: journal.state.delivered,
      rejected: journal.state.rejected,
      share: bytes === undefined ? undefined : doneBytes / Math.max(bytes, 1),
      isWaiting: waitReason !== undefined
    }),
    terminal
  )
  const { left, failure } = await deliver(batches, {
    route: {
      connection: sender.connection,
      fallback: () => (reader.columns?.hasTikTokEvents === true ? sender.byTikTokName() : undefined)
    },
    journal,
    rateLimiter: new RateLimiter(options.rate),
    stop,
    concurrency: options.concurrency,
    onWait: (reason) => {
      waitReason = reason
    },
    onBatch: (batch) => {
      doneBytes = Math.max(doneBytes, batch.bytes)
    }
  })
  stopListening()
  stopProgress()
  await journal.close(left === 0 && failure === undefined)
  if (failure !== undefined && !(failure instanceof CliError)) throw failure

  const ending: Ending = {
    state: journal.state,
    left,
    cause: failure === undefined ? stop.cause : { reason: 'failed', message: failure.message },
    resumeCommand: input === '-' ? undefined : resumeCommand,
    isDryRun: options.dryRun === true
  }
  terminal.out(options.json === true ? `${JSON.stringify(endingAsJson(ending))}\n` : describeEnding(ending, terminal))
  return failure?.exitCode ?? exitCodeOf(ending)
}
