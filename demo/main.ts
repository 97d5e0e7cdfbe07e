import { type Example, examplesOf } from '../examples'
import { startSandbox } from '../src/sandbox'
import { batchSection } from './batch-section'
import type { Expectation, Expectations } from './expectations'
import { faultFor } from './faults'
import { storeDestination, webDestination } from './destinations'
import { eventsSection, heading, type Section } from './section'

const web = examplesOf('tiktok-conversions')
const store = examplesOf('tiktok-offline-conversions')

/** The message ID of the event that TikTok refuses with a rate limit. */
const RATE_LIMITED = 'product-viewed'

/** The expected outcome of each event, by destination. */
export interface ExpectedOutcomes {
  readonly web: Expectations
  readonly store: Expectations
}

/** The expected outcomes: those in the examples, except for the event that TikTok refuses with a rate limit. */
export const expectedOutcomes: ExpectedOutcomes = {
  web: {
    ...expectationsOf(web),
    [RATE_LIMITED]: { outcome: 'rejected', reason: 'too many requests' }
  },
  store: expectationsOf(store)
}

/**
 * Runs the examples through the destinations and the sandbox.
 * @param write called with the output
 * @param expected the expected outcomes of the examples
 * @returns the exit code: 0 if all outcomes are as expected
 */
export async function main(
  write: (text: string) => void,
  expected: ExpectedOutcomes = expectedOutcomes
): Promise<number> {
  const sandbox = await startSandbox()
  const problems: string[] = []
  const show = (section: Section) => {
    write(`${section.text}\n`)
    problems.push(...section.problems)
    sandbox.reset()
  }
  try {
    const destination = webDestination(sandbox)
    // TikTok may answer 40100, its code for a rate limit, with HTTP 401. The code decides, not the status.
    sandbox.fail(faultFor([RATE_LIMITED], { code: 40100, status: 401 }), Infinity)
    show(await eventsSection('TikTok Conversions', eventsOf(web), expected.web, destination, true))
    show(await eventsSection('TikTok Offline Conversions', eventsOf(store), expected.store, storeDestination(sandbox)))

    const purchase = destination.subscriptions.filter(({ name }) => name === 'Complete Payment')
    show(await batchSection({ ...destination, subscriptions: purchase }))
  } finally {
    await sandbox.close()
  }
  write(verdict(problems))
  return problems.length === 0 ? 0 : 1
}

const eventsOf = (examples: readonly Example[]) => examples.map(({ event }) => event)

function expectationsOf(examples: readonly Example[]): Expectations {
  // The name of an example is also the message ID of its event.
  return Object.fromEntries(examples.map((example) => [example.name, expectationOf(example)]))
}

function expectationOf({ sent = [], error }: Example): Expectation {
  if (error) return { outcome: 'rejected', reason: error.message }
  if (sent.length === 0) return { outcome: 'not subscribed' }
  return { outcome: 'delivered', sentAs: sent.map((event) => (event as { event: string }).event) }
}

function verdict(problems: readonly string[]): string {
  if (problems.length === 0) return '\nAll outcomes are as expected in examples/.\n'
  return `${heading('Outcomes that differ from examples/')}\n${problems.join('\n')}\n`
}
