import type { Reason } from '../reason'

/** Why fields of the event itself are dropped or sent without being mapped. */
export const EVENT_REASONS = {
  notCrm: {
    reason: 'TikTok accepts a lead only with CRM events.',
    remedy: 'No action is needed. To send the lead, set Event Source to CRM.'
  },
  limitedDataUseFalse: {
    reason: 'Every web event states whether data use is limited. Without a usable value, false is sent.',
    remedy: 'If data use is limited, map true. Otherwise no action is needed.'
  }
} satisfies Record<string, Reason>
