import type { Subscription } from '../../runtime'
import { CliError, EXIT, type ExitCode } from '../exit'
import { inputName, refuseTerminal } from '../input/open'
import { readEvents } from '../input/read-events'
import type { InputRecord } from '../input/record'
import { readSubscriptions } from '../mapping-file'
import { type InputOptions, toReadOptions } from '../options'
import { openTarget, type Target } from '../target'
import type { Terminal } from '../terminal'
import { subscriptionsByTikTokName } from '../tiktok-events'
import { formatNumber } from '../text'
import { hasProblem, type Previewed } from './previewed'
import { showEvent } from './show-event'
import { showSummary } from './show-summary'
import { Summary } from './summary'
import { summaryAsJson } from './summary-json'

/** The options of `preview`. */
export interface PreviewOptions extends InputOptions {
  readonly settings?: string
  readonly summary?: boolean
  readonly limit?: number
  readonly eventId?: string
  readonly problems?: boolean
  readonly redact?: boolean
  readonly json?: boolean
}

/** The default of `--limit` on a terminal. */
const DEFAULT_LIMIT = 5

/** The maximum number of events in the summary, unless `--limit` is higher or the whole input is read. */
const MAX_SUMMARISED = 1000

/** Shows how the events of an input would be sent. It sends nothing. */
export async function preview(input: string, options: PreviewOptions, terminal: Terminal): Promise<ExitCode> {
  const { eventId, summary: isSummaryOnly = false, json = false, problems = false } = options
  refuseTerminal(input)
  const target = await openTarget(options, terminal, { requiresSettings: false })
  const limit = isSummaryOnly ? 0 : (options.limit ?? (terminal.isTerminal ? DEFAULT_LIMIT : Infinity))
  const readsAll = isSummaryOnly || eventId !== undefined || limit === Infinity
  const summary = new Summary()
  let shown = 0
  let isCut = false
  for await (const previewed of previewRecords(input, options, target)) {
    if (eventId !== undefined && !hasId(previewed.record, eventId)) continue
    if (!readsAll && summary.events >= Math.max(MAX_SUMMARISED, limit)) {
      isCut = true
      break
    }
    summary.add(previewed)
    if (shown >= limit || (problems && !hasProblem(previewed))) continue
    shown += 1
    terminal.out(json ? `${JSON.stringify(asJson(previewed))}\n` : `${showEvent(previewed, terminal)}\n`)
  }
  if (eventId !== undefined && summary.events === 0)
    throw new CliError(`${inputName(input)} has no event with the message ID ${eventId}.`)
  if (eventId === undefined) {
    const heading = isCut
      ? `The first ${formatNumber(summary.events)} events of ${inputName(input)} (--summary reads all)`
      : inputName(input)
    terminal.out(
      json ? `${JSON.stringify({ summary: summaryAsJson(summary) })}\n` : showSummary(summary, heading, terminal)
    )
  }
  if (summary.rejected > 0) return EXIT.rejected
  return summary.total === 0 ? EXIT.usage : EXIT.ok
}

/**
 * Explains each record of an input. If a CSV file has a column for TikTok's own event names, an event that no
 * subscription matches is matched by its TikTok name instead.
 * @throws CliError for an input or a mapping that cannot be read
 */
export async function* previewRecords(
  input: string,
  options: InputOptions & { readonly redact?: boolean },
  { destination, settings }: Target
): AsyncGenerator<Previewed> {
  const subscriptions = await readSubscriptions(destination, options.mapping)
  const byTikTokName = subscriptionsByTikTokName(await readSubscriptions(destination, undefined))
  const reader = await readEvents(input, toReadOptions(options))
  const redact = options.redact === true
  const explain = (record: InputRecord, some: readonly Subscription[]) =>
    'event' in record ? destination.explain(record.event, settings, { subscriptions: some, redact }) : undefined
  for await (const records of reader.records) {
    for (const record of records) {
      const explanation = explain(record, subscriptions)
      const needsFallback = reader.columns?.hasTikTokEvents === true && explanation?.mappings.length === 0
      const fallback = needsFallback ? explain(record, byTikTokName) : undefined
      const hasFallback = fallback !== undefined && fallback.mappings.length > 0
      yield { record, explanation: hasFallback ? fallback : explanation }
    }
  }
}

function hasId(record: InputRecord, id: string): boolean {
  return 'event' in record && String(record.event.messageId) === id
}

function asJson({ record, explanation }: Previewed): object {
  const { line } = record
  return 'problem' in record ? { line, error: record.problem } : { line, ...explanation }
}
