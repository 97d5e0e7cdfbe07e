import type { User } from '../../shared/payload/user'

/** The values of `user` by which TikTok finds a person. Place names alone are not enough. */
export const IDENTIFYING_KEYS = [
  'email',
  'phone',
  'external_id',
  'ttclid',
  'ttp',
  'lead_id',
  'ip'
] as const satisfies readonly (keyof User)[]
