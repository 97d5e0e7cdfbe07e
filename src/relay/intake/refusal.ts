/** The refusal of a request: the status and the error of the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: 400 | 401 | 403 | 503,
    message: string
  ) {
    super(message)
  }
}
