import type { ReceivedAnswer } from '../entry'
import { ROLE } from './role'
import type { Row } from './rows'
import type { Setup } from '../setup'

/** Why a row has its verdict, and what to do about it. */
export interface VerdictReason {
  readonly reason: string
  readonly remedy?: string
}

const FATES = {
  counted: { label: 'Counted', reason: 'TikTok counts this event.' },
  merged: {
    label: 'Copy, merged',
    reason:
      'TikTok merges this event into the first one with the same source ID, name and event ID, which came at most 5 minutes before.'
  },
  dropped: {
    label: 'Copy, dropped',
    reason: 'TikTok drops this event: one with the same source ID, name and event ID came within the last 48 hours.'
  },
  test: {
    label: 'Test event',
    reason: 'The request has a test_event_code, so TikTok shows the event but does not count it.'
  }
} as const

/** A short label for the answer: TikTok's code, the HTTP status, or why there is no answer. */
export function answerLabel({ status, code }: ReceivedAnswer): string {
  if (code !== undefined) return String(code)
  if (status !== 0) return `HTTP ${status}`
  return ROLE === 'relay' ? 'no answer' : 'reset'
}

/** How an accepted event was counted. For any other event, TikTok's message or a note that there is none. */
export function verdictNote({ isAccepted, fate, entry }: Row): string {
  if (isAccepted && fate !== undefined) return FATES[fate].label
  const { status, message } = entry.answer
  if (message !== undefined) return message
  if (status !== 0) return 'No message from TikTok'
  return ROLE === 'sandbox' ? 'Connection reset' : 'No answer from TikTok'
}

/** Explains the verdict of a row. */
export function explainVerdict(row: Row, setup: Setup | undefined): VerdictReason {
  const { isAccepted, fate, entry } = row
  if (isAccepted && fate !== undefined) return { reason: FATES[fate].reason }
  if (entry.byFault) {
    const accepted = fate === undefined ? '' : ' TikTok accepted the event anyway: only its answer was replaced.'
    return { reason: `This answer comes from a fault that was set for the next requests.${accepted}` }
  }
  if (ROLE === 'relay') return relayReason(entry.answer)
  switch (entry.answer.code) {
    case 40104:
      return {
        reason: 'The request has no token.',
        remedy: `Send it in the header Access-Token. ${knownTokens(setup)}`
      }
    case 40105:
      return { reason: 'The sandbox does not know the token of this request.', remedy: knownTokens(setup) }
    case 40001:
      return {
        reason: `The token of this request has no permission for the source ${row.sourceId ?? ''}.`,
        remedy: `Set event_source_id to a source of the token: ${knownSources(setup)}.`
      }
    case 40002:
      return explainInvalidField(row)
    default:
      // The body is too large. Every other refusal of the sandbox has one of the codes above.
      return { reason: 'Send the events in smaller requests.' }
  }
}

/** The page of a relay knows TikTok's answer, but not its cause. The relay's log and metrics say more. */
function relayReason({ status }: ReceivedAnswer): VerdictReason {
  return {
    reason: status === 0 ? 'No answer came.' : 'TikTok did not accept the request.',
    remedy: 'The relay sends the request again, splits it to find the bad events, or stores its events as dead letters.'
  }
}

/** The path of the field that TikTok's message names, e.g. `data.0.user.email`. */
export function invalidPath({ code, message = '' }: ReceivedAnswer): string | undefined {
  return code === 40002 ? /^Invalid value for ([\w.]+):/.exec(message)?.[1] : undefined
}

function explainInvalidField({ entry, index }: Row): VerdictReason {
  const path = invalidPath(entry.answer)
  const invalidIndex = /^data\.(\d+)/.exec(path ?? '')?.[1]
  if (path === undefined) return { reason: 'The body is not an Events API request.', remedy: 'Send a JSON object.' }
  if (invalidIndex !== undefined && Number(invalidIndex) !== index) {
    return {
      reason: `Event ${Number(invalidIndex) + 1} of this request is invalid, so TikTok refuses the whole request.`,
      remedy: `Correct ${path}, or send that event separately.`
    }
  }
  return { reason: remedyFor(entry.answer.message ?? '') }
}

function remedyFor(message: string): string {
  if (message.includes('SHA-256'))
    return 'Normalise the value, then send its SHA-256 as 64 lower-case hexadecimal digits.'
  if (message.includes('email or a phone')) return 'Send the hash of an email address or of a phone number in user.'
  return 'Correct the field. If the request has it, it is highlighted below.'
}

function knownTokens(setup: Setup | undefined): string {
  return setup === undefined ? '' : `The sandbox accepts ${joinNames(Object.keys(setup.tokens))}.`
}

function knownSources(setup: Setup | undefined): string {
  return Object.entries(setup?.tokens ?? {})
    .map(([token, sources]) => `${token} has ${joinNames(sources)}`)
    .join('; ')
}

function joinNames(names: readonly string[]): string {
  return names.join(', ')
}
