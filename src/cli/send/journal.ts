import { CliError, EXIT, systemCode } from '../exit'
import type { InputRecord } from '../input/record'
import { AppendFile, writeDurably } from './durable'
import { addRange, type Range } from './ranges'
import type { State } from './state'

/** The results of records that need not be sent again. */
export interface Settled {
  readonly ranges: readonly Range[]
  readonly delivered: number
  readonly rejects: readonly Reject[]
  /** The names of the events that no subscription matches. */
  readonly notTaken: readonly string[]
}

/** A record that was rejected, and why. */
export interface Reject {
  readonly record: InputRecord
  readonly status: number
  readonly message: string
}

/** The maximum number of different names of events that no subscription matches. */
const MAX_NAMES = 100
const OTHER_NAMES = '(other names)'

/** Writes the results to files, so that a run can be resumed after it is killed. */
export class Journal {
  private queue: { readonly settled: Settled; readonly done: (error?: CliError) => void }[] = []
  private isWriting = false
  private failure: CliError | undefined

  private constructor(
    private readonly path: string | undefined,
    private readonly rejects: AppendFile | undefined,
    private current: State,
    private readonly progress: () => Pick<State, 'requests' | 'milliseconds'>
  ) {}

  /**
   * Begins or resumes a run. It writes both files first, so that a write error is reported before anything is sent.
   * @param path the state file; undefined for no state file
   * @param state the progress of the run
   * @param progress returns the requests and the time of this run and the runs that it resumes
   * @throws CliError for a file that cannot be written
   */
  static async open(path: string | undefined, state: State, progress: Journal['progress']): Promise<Journal> {
    const rejects = await withPathInError(state.rejects.file, AppendFile.open(state.rejects.file, state.rejects.bytes))
    const journal = new Journal(path, rejects, state, progress)
    try {
      await withPathInError(path ?? '', journal.write({ ...state, finished: false }))
    } catch (error) {
      await rejects.close()
      throw error
    }
    return journal
  }

  /** Creates a journal that only counts. It writes no file. */
  static inMemory(state: State, progress: Journal['progress']): Journal {
    return new Journal(undefined, undefined, state, progress)
  }

  /** The progress of the run. */
  get state(): State {
    return this.current
  }

  /**
   * Resolves when the results are safely on the disk: the rejects first, then the state, which holds their length.
   * Results that arrive during a write are written together. After a failed write nothing more is written: the rejects
   * file may contain records that are not settled, and the length in the next state would cover them.
   * @throws CliError if this write or an earlier one failed
   */
  settle(settled: Settled): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error?: CliError): void => {
        if (error === undefined) resolve()
        else reject(error)
      }
      this.queue.push({ settled, done })
      if (!this.isWriting) void this.writeAll()
    })
  }

  /**
   * Writes the last state, unless a write has failed, and closes the rejects; a file without rejects is removed.
   * @throws CliError if the state cannot be written
   */
  async close(finished: boolean): Promise<void> {
    try {
      if (this.failure === undefined) await this.write({ ...this.current, ...this.progress(), finished })
    } catch (error) {
      throw notRecorded(error)
    } finally {
      await this.rejects?.close()
    }
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true
    while (this.queue.length > 0) {
      const group = this.queue
      this.queue = []
      try {
        if (this.failure === undefined) await this.writeGroup(group.map(({ settled }) => settled))
      } catch (error) {
        this.failure = notRecorded(error)
      }
      for (const { done } of group) done(this.failure)
    }
    this.isWriting = false
  }

  private async writeGroup(group: readonly Settled[]): Promise<void> {
    const rejects = group.flatMap((settled) => settled.rejects)
    await this.rejects?.append(rejects.map(toLine).join(''))
    const state = group.reduce(addSettled, this.current)
    const bytes = this.rejects?.bytes ?? 0
    await this.write({ ...state, ...this.progress(), rejects: { ...state.rejects, bytes } })
  }

  private async write(state: State): Promise<void> {
    if (this.path !== undefined) await writeDurably(this.path, `${JSON.stringify(state)}\n`)
    this.current = state
  }
}

async function withPathInError<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new CliError(`${path} cannot be written (${systemCode(error) ?? 'unknown error'}). Nothing was sent.`)
  }
}

function notRecorded(error: unknown): CliError {
  return new CliError(
    `The state and the rejects cannot be written (${systemCode(error) ?? 'unknown error'}). ` +
      'Events delivered since the last write are sent again by the next run, but TikTok counts them once.',
    EXIT.stopped
  )
}

function toLine({ record, status, message }: Reject): string {
  const event = 'event' in record ? record.event : record.given
  const head = { line: record.line, status, message }
  try {
    return `${JSON.stringify({ ...head, event: event ?? null })}\n`
  } catch {
    // The event is nested too deeply to be written.
    return `${JSON.stringify({ ...head, event: null })}\n`
  }
}

function addSettled(state: State, { ranges, delivered, rejects, notTaken }: Settled): State {
  const names = new Map(state.notTaken)
  for (const name of notTaken) {
    const known = names.has(name) || names.size < MAX_NAMES ? name : OTHER_NAMES
    names.set(known, (names.get(known) ?? 0) + 1)
  }
  return {
    ...state,
    settled: ranges.reduce(addRange, state.settled),
    delivered: state.delivered + delivered,
    rejected: state.rejected + rejects.length,
    notTaken: [...names]
  }
}
