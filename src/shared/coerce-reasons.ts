import { toBoolean, toNumber, toText } from './coerce'
import type { Reason } from './reason'

/** Why a value of any field is dropped. */
export const COERCE_REASONS = {
  missing: {
    reason: 'The event has no value here, or a blank one.',
    remedy: 'If the event holds the value elsewhere, map that field.'
  },
  notText: {
    reason: 'The value is an object or a list, but the field takes text.',
    remedy: 'Map a field that holds text or a number.'
  },
  notNumber: {
    reason: 'The value is not a number.',
    remedy: 'Map a field that holds a number, without currency signs or thousands separators.'
  },
  notBoolean: {
    reason: 'The value is neither true nor false.',
    remedy: 'Map a field that holds true or false.'
  }
} satisfies Record<string, Reason>

/** Why text is dropped; undefined if it is sent. */
export function explainText(value: unknown): Reason | undefined {
  return toText(value) === undefined ? explainUnusable(value, COERCE_REASONS.notText) : undefined
}

/** Why a number is dropped; undefined if it is sent. */
export function explainNumber(value: unknown): Reason | undefined {
  return toNumber(value) === undefined ? explainUnusable(value, COERCE_REASONS.notNumber) : undefined
}

/** Why a boolean is dropped; undefined if it is sent. */
export function explainBoolean(value: unknown): Reason | undefined {
  return toBoolean(value) === undefined ? explainUnusable(value, COERCE_REASONS.notBoolean) : undefined
}

function explainUnusable(value: unknown, wrongType: Reason): Reason {
  const isBlank = value === undefined || value === null || (typeof value === 'string' && toText(value) === undefined)
  return isBlank ? COERCE_REASONS.missing : wrongType
}
