/** The parts of an error that a user or a host sees. */
export interface Failure {
  class: unknown
  message: string
  code: unknown
  status: unknown
}

/** Describes the parts of an error that a test compares. */
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

/** Describes the error that a function throws. */
export function failureOf(run: () => unknown): Failure {
  try {
    run()
  } catch (error) {
    return describeError(error)
  }
  throw new TypeError('nothing was thrown')
}
