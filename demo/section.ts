import { compactJson } from '../src/cli/text'
import { type DemoDestination, runEvent } from './run-event'
import type { DemoEvent } from './demo-event'
import { listRuns } from './list-runs'
import { differences, type Expectations } from './expectations'
import { tally } from './tally'
import { WIDTH } from './width'

/** A part of the demo: its output and its differences from the expected outcomes. */
export interface Section {
  readonly text: string
  readonly problems: readonly string[]
}

/**
 * Runs events one by one, and formats their results and the counts.
 * @param showsBody whether the text includes the first request
 */
export async function eventsSection(
  title: string,
  events: readonly DemoEvent[],
  expected: Expectations,
  destination: DemoDestination,
  showsBody = false
): Promise<Section> {
  const runs = []
  for (const event of events) runs.push(await runEvent(event, destination))
  const [first] = destination.sandbox.requests
  const body = showsBody ? [heading('The first request in full'), compactJson(first?.body, WIDTH)] : []
  const text = [heading(title), ...listRuns(runs), ...body, heading(`${title}: the count`), tally(runs)]
  return { text: text.join('\n'), problems: differences(runs, expected, events.length) }
}

export function heading(text: string): string {
  return `\n${text}\n${'='.repeat(text.length)}`
}
