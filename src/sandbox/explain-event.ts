/** The answer to `POST /explain`. */
export interface ExplainAnswer {
  readonly status: 200 | 400 | 501
  readonly body: object
}

/** Explains what a destination would send for an event. */
export function explainEvent(_request: unknown): Promise<ExplainAnswer> {
  return Promise.resolve({ status: 501, body: { error: 'This version of the sandbox does not explain events.' } })
}
