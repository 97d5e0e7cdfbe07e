import { differencesOf, whyOf } from '../differences'
import type { Outcome } from './run'

/** Why ours refuses events that the official destination sends. */
const INTENDED_REFUSALS: readonly { of: RegExp; why: string }[] = [
  { of: /^Event Timestamp/, why: 'Refused: a time that cannot be read would be sent as a wrong time.' },
  { of: /^A CRM event needs/, why: 'Refused: a CRM event without a lead ID, an email address or a phone number.' },
  { of: /^An offline event needs/, why: 'Refused: an offline event without an email address and a phone number.' }
]

/** The reasons for all differences between two outcomes of one case, each once. */
export function differencesBetween(ours: Outcome | undefined, theirs: Outcome | undefined): string[] {
  if (ours === undefined || theirs === undefined) return ['Not intended: no outcome']
  if ('refused' in ours && 'refused' in theirs) return []
  if ('refused' in ours) {
    const { refused } = ours
    return [INTENDED_REFUSALS.find(({ of }) => of.test(refused))?.why ?? `Not intended: refused, ${refused}`]
  }
  if ('refused' in theirs) return ['Sent: the official destination refuses it.']
  const reasons = differencesOf(ours.sent, theirs.sent).map((one) => whyOf(one) ?? `Not intended: ${one}`)
  return [...new Set(reasons)]
}
