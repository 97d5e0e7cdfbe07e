import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BINARY, SANDBOX_ENV } from './binary'

/** A run of the binary on a terminal. */
export interface TerminalRun {
  /** The output so far. */
  readonly screen: () => string
  /** Types keys as soon as the terminal shows a text. */
  readonly type: (keys: string, after: string) => Promise<void>
  /** The exit code. */
  readonly code: Promise<number | null>
}

/** The terminal of a run. */
export interface TerminalOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly columns?: number
  /** A file for standard output, instead of the terminal. */
  readonly output?: string
}

/** Runs the binary on a terminal, which `script` from util-linux provides. */
export function startOnTerminal(
  args: readonly string[],
  { env = SANDBOX_ENV, columns = 100, output }: TerminalOptions = {}
): TerminalRun {
  const quoted = [process.execPath, BINARY, ...args].map((argument) => `'${argument}'`).join(' ')
  const command = `stty cols ${columns} rows 40; exec ${quoted}${output === undefined ? '' : ` >'${output}'`}`
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', command, '/dev/null'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      SHELL: '/bin/sh',
      TZ: 'UTC',
      TERM: 'xterm-256color',
      ...env
    }
  })
  let screen = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      screen += chunk.toString()
    })
  }
  const code = once(child, 'close').then(([exitCode]) => exitCode as number | null)
  return {
    screen: () => screen,
    code,
    async type(keys, after) {
      while (!screen.includes(after)) {
        if (child.exitCode !== null) throw new Error(`The run ended before it showed "${after}": ${screen}`)
        await Promise.race([once(child.stdout, 'data'), code])
      }
      child.stdin.write(keys)
    }
  }
}
