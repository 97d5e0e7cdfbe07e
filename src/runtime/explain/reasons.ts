import { isHashed } from '../../shared/identity/normalise'
import type { Reason } from '../../shared/reason'

/** Why a value is sent in another form. */
export const FORM_REASONS = {
  trimmed: {
    reason: 'White space around the value is removed.',
    remedy: 'No action is needed.'
  },
  converted: {
    reason: 'The value is converted to the type of the field.',
    remedy: 'If the result is wrong, send the value in that type.'
  },
  hashed: {
    reason: 'The value is normalised and sent as its SHA-256 hash.',
    remedy: 'No action is needed: TikTok matches people by these hashes.'
  },
  alreadyHashed: {
    reason: 'The value is already a SHA-256 hash, and is sent in lower case.',
    remedy: 'Make sure that the value was normalised before it was hashed.'
  },
  place: {
    reason: 'A place is sent in lower case, with letters and digits only.',
    remedy: 'No action is needed: TikTok matches places in this form.'
  },
  country: {
    reason: 'A country is sent as its two-letter code in lower case.',
    remedy: 'No action is needed: TikTok matches countries in this form.'
  },
  upperCase: {
    reason: 'A currency is sent in upper case.',
    remedy: 'No action is needed: TikTok expects currencies in this form.'
  },
  seconds: {
    reason: 'The time of an event is sent in whole seconds since 1970.',
    remedy: 'No action is needed: TikTok expects times in this form.'
  },
  web: {
    reason: 'An event without an Event Source is a web event.',
    remedy: 'To send a CRM event, set Event Source to CRM.'
  }
} satisfies Record<string, Reason>

/** Why a field is not sent as a value of the event. */
export const FIELD_REASONS = {
  unmapped: {
    reason: 'The mapping does not contain this field.',
    remedy: 'If the event has a value for it, map it.'
  },
  notSent: {
    reason: 'The field controls how the event is sent, and is not sent itself.',
    remedy: 'No action is needed: TikTok does not know the field.'
  },
  modeOnly: {
    reason: 'The field holds an ID that the setting Content ID Mode can send as the Content ID.',
    remedy: 'To send it, select it in Content ID Mode.'
  },
  unknown: {
    reason: 'The action has no such field.',
    remedy: 'Correct the name of the field in the mapping, or remove it.'
  },
  refused: {
    reason: 'The whole event is refused.',
    remedy: 'Correct the mistake that the error names.'
  }
} satisfies Record<string, Reason>

/** The form in which a hashed value is sent. */
export function formOfHashed(value: string): Reason {
  return isHashed(value) ? FORM_REASONS.alreadyHashed : FORM_REASONS.hashed
}
