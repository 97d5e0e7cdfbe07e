import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { builtFile } from '../support/built-file'

/** The built binary. */
export const BINARY = builtFile('cli.js')

/** The result of a run of the binary. */
export interface Result {
  /** The exit code; null after a signal. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The options of a run. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly cwd?: string
  /** A command that starts the binary, e.g. `['bash', '-c', 'ulimit -f 1; exec "$@"', '-']`. */
  readonly prefix?: readonly string[]
}

/** The settings that the sandbox accepts. */
export const SANDBOX_ENV = { TIKTOK_ACCESS_TOKEN: 'sandbox-token', TIKTOK_PIXEL_CODE: 'SANDBOX_PIXEL' }

/** Starts the binary. It gets only the environment variables that a shell needs, not the settings of the machine. */
export function start(
  args: readonly string[],
  { env = {}, input = '', cwd, prefix = [] }: RunOptions = {}
): { readonly child: ChildProcess; readonly result: Promise<Result> } {
  const [command = process.execPath, ...rest] = [...prefix, process.execPath, BINARY, ...args]
  const child = spawn(command, rest, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC', ...env },
    ...(cwd !== undefined && { cwd })
  })
  // A process that ends early does not read its input to the end.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const result = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [code]]) => ({ code: code as number | null, stdout, stderr })
  )
  return { child, result }
}

/** Runs the binary to its end. */
export function run(args: readonly string[], options?: RunOptions): Promise<Result> {
  return start(args, options).result
}
