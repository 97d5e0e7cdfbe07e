import { createHash } from 'node:crypto'

/** The traits of a visitor, as a site knows them. */
export const TRAITS = { email: 'Alice@Mail.example', phone: '+49 151 12345678', firstName: 'Alice' }

/** The match keys that TikTok must get for {@link TRAITS}. */
export const MATCH_KEYS = {
  email: [sha256('alice@mail.example')],
  phone: [sha256('+4915112345678')],
  first_name: sha256('alice')
}

/** The hash that TikTok requires. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
