import { access, constants, mkdir } from 'node:fs/promises'
import { configurationError } from '../../runtime/configuration-error'
import type { Destination } from '../delivery/destination'
import type { Mode, IntakeResult } from '../delivery/mode'
import type { Reporter } from '../delivery/reporter'
import { createDeadLetterFiles } from './dead-letter-files'
import { createSharedBatches } from './shared-batches'

const HOUR = 3_600_000

/**
 * Starts the direct mode, which has no queue. It answers a request after sending its events to TikTok. If any event
 * must be sent again, the answer asks the client to send the request again.
 * @param folder the folder for dead letters
 * @throws IntegrationError if the folder cannot be created
 */
export async function startDirectMode(
  destinations: readonly Destination[],
  folder: string,
  reporter: Reporter
): Promise<Mode> {
  const files = createDeadLetterFiles(folder)
  const targets = destinations.map((destination) => ({
    destination,
    batches: createSharedBatches(destination, reporter, (letters) => files.append(letters))
  }))
  const deleteOld = (): void => {
    files.deleteOld().catch((error: unknown) => {
      reporter.failed('deleting old dead letters', error)
    })
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch {
    throw configurationError(`deadLetterFolder: ${folder} cannot be created.`)
  }
  deleteOld()
  const timer = setInterval(deleteOld, HOUR).unref()

  return {
    async accept(source, events) {
      const submitted = targets
        .filter(({ destination }) => destination.source === source)
        .flatMap(({ destination, batches }) =>
          events.flatMap((event) => {
            const tiktokEvents = destination.tiktokEvents(event)
            if (tiktokEvents.length === 0) return []
            reporter.taken(destination, tiktokEvents)
            return [batches.submit(event)]
          })
        )
      const waits = (await Promise.all(submitted)).flatMap((one) => (one.isSettled ? [] : [one.retryAfter]))
      return waits.length === 0
        ? { isAccepted: true }
        : ({ isAccepted: false, retryAfter: Math.max(...waits) } satisfies IntakeResult)
    },
    async problem() {
      try {
        await access(folder, constants.W_OK)
        return undefined
      } catch {
        return `The folder for dead letters is not writable: ${folder}`
      }
    },
    backlog: () =>
      Promise.resolve(
        targets.map(({ destination, batches }) => ({
          source: destination.source,
          destination: destination.name,
          depth: batches.depth,
          oldest: batches.oldest,
          deadLetters: undefined
        }))
      ),
    async stop() {
      clearInterval(timer)
      await files.close()
    }
  }
}
