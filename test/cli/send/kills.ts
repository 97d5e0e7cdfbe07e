import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FixedFault, Sandbox } from '../../../src/sandbox'
import { type Result, SANDBOX_ENV, start } from '../binary'

/** An input whose outcome is known. */
export interface Workload {
  readonly file: string
  /** The IDs of the events that TikTok accepts. */
  readonly good: readonly string[]
  /** The lines that are not an event, or whose event is refused. */
  readonly bad: readonly number[]
}

/** One in this number of lines is bad. */
const BAD_EVERY = 97

/** Writes purchases. Some lines are invalid JSON or have an unreadable time. */
export function writeWorkload(folder: string, events: number): Workload {
  const good: string[] = []
  const bad: number[] = []
  const lines = Array.from({ length: events }, (_, index) => {
    const messageId = `event-${index}`
    const event = {
      type: 'track',
      event: 'Order Completed',
      messageId,
      timestamp: new Date(Date.now() - index * 1000).toISOString(),
      context: { traits: { email: `person.${index}@example.com` } },
      properties: { value: 12.5, currency: 'EUR', order_id: `order-${index}` }
    }
    if (index % BAD_EVERY !== 0) {
      good.push(messageId)
      return JSON.stringify(event)
    }
    bad.push(index + 1)
    return index % 2 === 0 ? '{"type":"track",' : JSON.stringify({ ...event, timestamp: 'last Tuesday' })
  })
  const file = join(folder, 'events.ndjson')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return { file, good, bad }
}

/** Creates a generator of random numbers from 0 to 1. The seed determines the numbers. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const FAULTS: readonly FixedFault[] = [
  { code: 40100 },
  { code: 50002 },
  { status: 502 },
  { status: 502, accept: true },
  { reset: true },
  { reset: true, accept: true }
]

/** Makes about every third request fail. */
export function failAtRandom(sandbox: Sandbox, random: () => number): void {
  sandbox.fail(() => (random() < 0.3 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined), Infinity)
}

/** Sends a file. Kills the process several times, each time after some requests, and resumes it until it ends. */
export async function sendWithKills(
  sandbox: Sandbox,
  { file }: Workload,
  kills: number,
  random: () => number
): Promise<Result> {
  const args = ['send', file, '--yes', '--api', sandbox.origin]
  for (let kill = 0; kill < kills; kill += 1) {
    const before = sandbox.requests.length
    const requests = 1 + Math.floor(random() * 4)
    const { child, result } = start(kill === 0 ? args : [...args, '--resume'], { env: SANDBOX_ENV })
    while (child.exitCode === null && sandbox.requests.length < before + requests) await tick()
    child.kill('SIGKILL')
    const { code, stderr } = await result
    if (code !== null && code !== 4) throw new Error(`The run ended with ${code} before it was killed: ${stderr}`)
  }
  for (;;) {
    const { result } = start([...args, '--resume'], { env: SANDBOX_ENV })
    const ended = await result
    if (ended.code !== 4) return ended
  }
}

function tick(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5)
  })
}

/** The line numbers in a rejects file, in order. */
export function rejectedLines({ file }: Workload): number[] {
  return readFileSync(`${file}.rejects.ndjson`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { line: number }).line)
    .sort((a, b) => a - b)
}
