/** All of an error that a user or a host sees. */
export interface Failure {
  class: unknown
  message: string
  code: unknown
  status: unknown
}

/** What of an error a test compares as a whole. */
export function describeError(error: unknown): Failure {
  if (!(error instanceof Error)) throw new TypeError('something other than an error was thrown')
  const { code, status } = error as { code?: unknown; status?: unknown }
  return { class: error.constructor, message: error.message, code, status }
}

/** The error that a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => ({ error })
  )
  if (outcome === undefined) throw new TypeError('the promise was not rejected')
  return outcome.error
}

/** What a function throws, described. */
export function failureOf(run: () => unknown): Failure {
  try {
    run()
  } catch (error) {
    return describeError(error)
  }
  throw new TypeError('nothing was thrown')
}
