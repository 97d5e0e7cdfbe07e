import { type DemoDestination, runEvent } from './run-event'
import type { DemoEvent } from './demo-event'
import { runsTable } from './table'
import { differences, type Expectations } from './expectations'
import { tally } from './tally'

/** A part of the demo: its output and its differences from the expected outcomes. */
export interface Section {
  readonly text: string
  readonly problems: readonly string[]
}

/**
 * Runs events one by one, and formats a table and the counts.
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
  const body = showsBody ? [heading('The first request in full'), JSON.stringify(first?.body, undefined, 2)] : []
  const text = [heading(title), runsTable(runs), ...body, heading(`${title}: the count`), tally(runs)]
  return { text: text.join('\n'), problems: differences(runs, expected, events.length) }
}

/** A heading. */
export function heading(text: string): string {
  return `\n${text}\n${'='.repeat(text.length)}`
}
