import type { PhoneNumber } from 'libphonenumber-js/max'
import type * as Parser from 'libphonenumber-js/max'

let loaded: typeof Parser | undefined

/** Returns the phone parser. Server only, because it is too large for a browser. */
export function phoneParser(): typeof Parser {
  return (loaded ??= require('libphonenumber-js/max') as typeof Parser)
}

/** The number in E.164 without its extension; undefined unless it has 7 to 15 digits. */
export function e164(phone: PhoneNumber | undefined): string | undefined {
  return phone !== undefined && /^\+\d{7,15}$/.test(phone.number) ? phone.number : undefined
}
