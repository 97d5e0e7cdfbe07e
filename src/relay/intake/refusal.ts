/** Refuses a request. The answer has this status and this message. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: 400 | 401 | 403 | 503,
    message: string
  ) {
    super(message)
  }
}
