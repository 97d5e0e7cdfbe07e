import { differencesOf, whyOf } from '../differences'
import type { Outcome } from './run'

/** The reasons why our destination refuses events that the official one sends. */
const INTENDED_REFUSALS: readonly { pattern: RegExp; why: string }[] = [
  {
    pattern: /^Event Timestamp/,
    why: 'Refused: an unreadable timestamp. The official destination sends a wrong time.'
  },
  { pattern: /^A CRM event needs/, why: 'Refused: a CRM event that has no lead ID, email address or phone number.' },
  {
    pattern: /^An offline event needs/,
    why: 'Refused: an offline event that has neither an email address nor a phone number.'
  }
]

/** Lists the reasons for all differences between two outcomes of one case. Each reason is listed once. */
export function differencesBetween(ours: Outcome | undefined, theirs: Outcome | undefined): string[] {
  if (ours === undefined || theirs === undefined) return ['Not intended: no outcome']
  if ('refused' in ours && 'refused' in theirs) return []
  if ('refused' in ours) {
    const { refused } = ours
    return [INTENDED_REFUSALS.find(({ pattern }) => pattern.test(refused))?.why ?? `Not intended: refused, ${refused}`]
  }
  if ('refused' in theirs) return ['Sent: the official destination refuses it.']
  const reasons = differencesOf(ours.sent, theirs.sent).map((one) => whyOf(one) ?? `Not intended: ${one}`)
  return [...new Set(reasons)]
}
