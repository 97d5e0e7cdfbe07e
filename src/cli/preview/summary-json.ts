import { mostCommonFirst, type Finding, type Summary } from './summary'

/** Converts a summary to JSON, for `--json`. */
export function summaryAsJson(summary: Summary): object {
  const { events, rejected, sent, total, matchKeys, errors, notTaken, warnings } = summary
  const list = (findings: ReadonlyMap<string, Finding>): Finding[] => mostCommonFirst(findings)
  return {
    events,
    rejected,
    tiktokEvents: Object.fromEntries(sent),
    matchKeys: [...matchKeys].map(([name, { count, reasons }]) => ({
      name,
      share: total === 0 ? 0 : count / total,
      reasons: list(reasons)
    })),
    errors: list(errors),
    notTaken: list(notTaken),
    warnings: list(warnings)
  }
}
