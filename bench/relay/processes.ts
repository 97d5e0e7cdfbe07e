import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const CLI = join(__dirname, '../../dist/cli.js')

/** A command in its own process. */
export interface Running {
  stop(): Promise<void>
}

export interface RunningRelay extends Running {
  readonly origin: string
}

export async function startSandbox(port: number): Promise<Running> {
  return (await start(['sandbox', '--port', String(port)], 'http')).running
}

/** Starts a relay that sends to one pixel of the sandbox. */
export async function startRelay(sandboxPort: number, more: object): Promise<RunningRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-relay-'))
  const config = join(folder, 'relay.json')
  const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
  const sources = { shop: { writeKey: 'shop-key', destinations: { web: { type: 'conversions', settings } } } }
  const api = `http://127.0.0.1:${sandboxPort}`
  writeFileSync(config, JSON.stringify({ sources, api, deadLetterFolder: join(folder, 'dead'), port: 0, ...more }))
  const { running, line } = await start(['relay', '--config', config], '"started"')
  return {
    origin: (JSON.parse(line) as { origin: string }).origin,
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true })
    }
  }
}

/** Starts a command and waits until its output has a line that contains the text. */
async function start(args: readonly string[], text: string): Promise<{ running: Running; line: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const line = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes(text)) resolve(line)
    })
    child.once('exit', () => {
      reject(new Error(`${args.join(' ')} ended early. Run npm run build first.`))
    })
  })
  return { running: { stop: () => end(child) }, line }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}
