import { labelled } from '../src/cli/text'
import type { Attempt, Run } from './run-event'
import { firstSentence } from './first-sentence'
import { WIDTH } from './width'

/** Lists the result of each matched subscription, and each event that matched none. */
export function listRuns(runs: readonly Run[]): string[] {
  return runs.flatMap(({ event, attempts }) => {
    const name = event.type === 'track' ? (event.event ?? '') : `(${event.type}) ${event.name ?? ''}`.trim()
    return attempts.length === 0 ? [`– ${name}: not subscribed`] : attempts.flatMap((one) => listAttempt(name, one))
  })
}

function listAttempt(name: string, { subscription, sent, rejection }: Attempt): string[] {
  const intended = subscription.mapping?.['event']
  const tiktokName = sent?.event ?? (typeof intended === 'string' ? intended : '–')
  return [
    ...labelled(rejection ? '✗ ' : '✓ ', `${name} → ${tiktokName}`, WIDTH),
    ...labelled('    Preset      ', subscription.name ?? subscription.partnerAction, WIDTH),
    ...labelled('    Match keys  ', sent?.matchKeys.join(' ') ?? '(no request)', WIDTH),
    ...(rejection ? labelled('    Rejected    ', `${rejection.status} ${firstSentence(rejection.message)}`, WIDTH) : [])
  ]
}
