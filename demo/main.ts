import { join } from 'node:path'
import stated from '../examples/expected.json'
import { startSandbox } from '../src/sandbox'
import { batchSection } from './batch-section'
import type { Expectations } from './expectations'
import { faultFor } from './faults'
import { storeHost, webHost } from './hosts'
import { readEvents } from './read-events'
import { eventsSection, heading, type Section } from './section'

const EXAMPLES = join(__dirname, '..', 'examples')

/** What should become of the events of each file. */
export type Stated = Readonly<Record<'events' | 'offline-events', Expectations>>

/**
 * Runs the examples through the destinations, against the sandbox.
 * @param write takes what there is to read
 * @param expected what should become of the examples
 * @returns the exit code: 0 when everything went as stated
 */
export async function main(write: (text: string) => void, expected: Stated = stated): Promise<number> {
  const sandbox = await startSandbox()
  const problems: string[] = []
  const show = (section: Section) => {
    write(`${section.text}\n`)
    problems.push(...section.problems)
    sandbox.reset()
  }
  try {
    const web = webHost(sandbox)
    const events = await readEvents(join(EXAMPLES, 'events.ndjson'))
    sandbox.fail(faultFor(['fail-03-rate-limit'], { code: 40100, status: 401 }), Infinity)
    show(await eventsSection('TikTok Conversions', events, expected.events, web, true))

    const storeEvents = await readEvents(join(EXAMPLES, 'offline-events.ndjson'))
    show(await eventsSection('TikTok Offline Conversions', storeEvents, expected['offline-events'], storeHost(sandbox)))

    const purchase = web.subscriptions.filter(({ name }) => name === 'Complete Payment')
    show(await batchSection({ ...web, subscriptions: purchase }))
  } finally {
    await sandbox.close()
  }
  write(verdict(problems))
  return problems.length === 0 ? 0 : 1
}

function verdict(problems: readonly string[]): string {
  if (problems.length === 0) return '\nEverything went as stated in examples/expected.json.\n'
  return `${heading('Not as stated in examples/expected.json')}\n${problems.join('\n')}\n`
}
