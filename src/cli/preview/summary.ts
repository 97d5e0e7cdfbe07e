import type { ExplainedMapping, ExplainedValue } from '../../runtime'
import { eventName } from '../tiktok-events'
import { isGiven, isSent, matchKeyLabel } from './match-keys'
import { errorOf, type Previewed } from './previewed'

/** A text, how often it occurs, and the lines of its first occurrences. */
export interface Finding {
  readonly text: string
  readonly remedy?: string
  count: number
  readonly lines: number[]
}

/** The number of TikTok events that have a match key. */
export interface Coverage {
  count: number
  /** The reasons why other events do not have it. */
  readonly reasons: Map<string, Finding>
}

const MAX_LINES = 10

/** The maximum number of different texts. A text that quotes a value can differ for every event. */
const MAX_TEXTS = 200
const OTHER = 'Other reasons.'

/** The summary of many events. */
export class Summary {
  events = 0
  rejected = 0
  /** The number of TikTok events by name. */
  readonly sent = new Map<string, number>()
  readonly notTaken = new Map<string, Finding>()
  readonly errors = new Map<string, Finding>()
  readonly warnings = new Map<string, Finding>()
  readonly matchKeys = new Map<string, Coverage>()

  /** The number of events that would be sent to TikTok. */
  get total(): number {
    return [...this.sent.values()].reduce((sum, count) => sum + count, 0)
  }

  /** Adds one record to the counts. */
  add(previewed: Previewed): void {
    const { record, explanation } = previewed
    const { line } = record
    this.events += 1
    const error = errorOf(previewed)
    if (error !== undefined) {
      this.rejected += 1
      addFinding(this.errors, line, error)
    } else if (explanation?.mappings.length === 0) {
      const hint = explanation.nearest?.[0]
      const remedy = hint && `the nearest subscription is ${hint.name}: ${hint.failed.join('; ')}.`
      addFinding(this.notTaken, line, `${'event' in record ? eventName(record.event) : ''}:`, remedy)
    }
    for (const mapping of explanation?.mappings ?? []) this.addMapping(mapping, line)
  }

  private addMapping({ request, values, warnings }: ExplainedMapping, line: number): void {
    const name = request?.data?.[0]?.event
    if (name === undefined) return
    this.sent.set(name, (this.sent.get(name) ?? 0) + 1)
    for (const { reason, remedy } of warnings) addFinding(this.warnings, line, reason, remedy)
    for (const [label, value] of valuesByLabel(values)) {
      const coverage = this.matchKeys.get(label) ?? { count: 0, reasons: new Map<string, Finding>() }
      this.matchKeys.set(label, coverage)
      if (isSent(value)) coverage.count += 1
      else if (value.from !== undefined && !isGiven(value)) {
        addFinding(coverage.reasons, line, 'Not in the event.', `It is read from ${value.from}.`)
      } else addFinding(coverage.reasons, line, value.reason ?? '', value.remedy)
    }
  }
}

/** The match keys of an event by label. If a label has several values, one that reaches TikTok takes precedence. */
function valuesByLabel(values: readonly ExplainedValue[]): ReadonlyMap<string, ExplainedValue> {
  const byLabel = new Map<string, ExplainedValue>()
  for (const value of values) {
    const label = matchKeyLabel(value)
    if (label === undefined) continue
    const known = byLabel.get(label)
    if (known === undefined || (!isSent(known) && isSent(value))) byLabel.set(label, value)
  }
  return byLabel
}

/** Sorts findings, the most common first. */
export function mostCommonFirst(findings: ReadonlyMap<string, Finding>): Finding[] {
  return [...findings.values()].sort((a, b) => b.count - a.count)
}

function addFinding(findings: Map<string, Finding>, line: number, text: string, remedy?: string): void {
  const isSeparate = findings.has(text) || findings.size < MAX_TEXTS
  const key = isSeparate ? text : OTHER
  const hasRemedy = isSeparate && remedy !== undefined
  const finding = findings.get(key) ?? { text: key, ...(hasRemedy && { remedy }), count: 0, lines: [] }
  finding.count += 1
  if (finding.lines.length < MAX_LINES) finding.lines.push(line)
  findings.set(key, finding)
}
