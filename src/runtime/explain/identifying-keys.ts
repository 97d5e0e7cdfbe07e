import type { User } from '../../shared/payload/user'

/** The keys of `user` that each let TikTok identify a person. A name or a place is not enough. */
export const IDENTIFYING_KEYS = [
  'email',
  'phone',
  'external_id',
  'ttclid',
  'ttp',
  'lead_id',
  'ip'
] as const satisfies readonly (keyof User)[]
