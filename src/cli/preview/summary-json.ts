import { commonest, type Finding, type Summary } from './summary'

/** A summary for programs. */
export function summaryAsJson(summary: Summary): object {
  const { events, rejected, sent, total, matchKeys, errors, notTaken, warnings } = summary
  const list = (findings: ReadonlyMap<string, Finding>): Finding[] => commonest(findings)
  return {
    events,
    rejected,
    tiktokEvents: Object.fromEntries(sent),
    matchKeys: [...matchKeys].map(([name, { have, reasons }]) => ({
      name,
      share: total === 0 ? 0 : have / total,
      reasons: list(reasons)
    })),
    errors: list(errors),
    notTaken: list(notTaken),
    warnings: list(warnings)
  }
}
