/** The exit codes as `send` uses them. 3 and 4 take precedence over 1. Other commands use the code that fits best. */
export const EXIT = {
  /** Every event that a subscription matches was delivered. */
  ok: 0,
  /** Some events were rejected. */
  rejected: 1,
  /** The command line, the settings, the mapping or the input is wrong, or no subscription matches any event. */
  usage: 2,
  /** TikTok refused the token, or the token has no permission for the pixel or event set. */
  denied: 3,
  /** Stopped early; the remaining events can still be sent. */
  stopped: 4
} as const

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Ends the command with a message for the user. */
export class CliError extends Error {
  override readonly name = 'CliError'

  /**
   * @param message what is wrong and what to do, in one or two sentences
   * @param exitCode the exit code of the process
   */
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.usage
  ) {
    super(message)
  }
}

/** The code of an error, such as ENOENT for a missing file; undefined for an error without one. */
export function systemCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
