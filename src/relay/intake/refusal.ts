/** A request that is not taken in: why, and what the client is told. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly status: 400 | 401 | 403 | 408 | 503,
    message: string
  ) {
    super(message)
  }
}
