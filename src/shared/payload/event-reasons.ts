import type { Reason } from '../reason'

/** Why fields of the event itself are dropped or sent without being mapped. */
export const EVENT_REASONS = {
  leadOfCrmOnly: {
    reason: 'TikTok takes a lead with CRM events only.',
    remedy: 'There is nothing to do. To send the lead, set Event Source to CRM.'
  },
  limitedDataUseFalse: {
    reason: 'A web event always says whether data use is limited, and false is sent without a value.',
    remedy: 'There is nothing to do unless data use is limited: then map true.'
  }
} satisfies Record<string, Reason>
