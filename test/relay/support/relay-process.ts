import { build } from 'esbuild'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Killable } from './chaos'

const ROOT = join(__dirname, '..', '..', '..')
const BUNDLE = join(ROOT, 'node_modules', '.cache', 'relay', `${process.pid}.cjs`)

/** Builds the program that {@link relayProcess} runs. */
export async function buildRelay(): Promise<void> {
  await build({
    entryPoints: [join(__dirname, 'relay-main.ts')],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error'
  })
}

/** A relay in a process of its own. */
export interface RelayProcess extends Killable {
  /** Asks it to stop. */
  terminate(): void
  /** Its exit code, once it has ended; null when a signal ended it. */
  ended(): Promise<number | null>
}

/** A relay that runs `segment-tiktok relay --config FILE --port PORT` in a process of its own. */
export function relayProcess(config: string, port: number): RelayProcess {
  let child: ChildProcess | undefined
  return {
    async start() {
      const started = spawn(process.execPath, [BUNDLE, 'relay', '--config', config, '--port', String(port)], {
        stdio: ['ignore', 'pipe', 'inherit']
      })
      child = started
      const lines = createInterface({ input: started.stdout })
      await new Promise<void>((resolve, reject) => {
        lines.on('line', (line) => {
          if (line.includes('"msg":"started"')) resolve()
        })
        started.once('exit', () => {
          reject(new TypeError('The relay did not start.'))
        })
      })
    },
    async kill() {
      child?.kill('SIGKILL')
      await this.ended()
    },
    terminate() {
      child?.kill('SIGTERM')
    },
    async ended() {
      if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return child?.exitCode ?? null
    }
  }
}
