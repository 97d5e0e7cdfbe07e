import { trim } from '../coerce'

/**
 * The alpha-2 codes of ISO 3166-1, and `xk` for Kosovo, as on the server: the possible second letters for each first
 * letter.
 */
const ALPHA_2: Readonly<Record<string, string>> = {
  a: 'defgilmoqrstuwxz',
  b: 'abdefghijlmnoqrstvwyz',
  c: 'acdfghiklmnoruvwxyz',
  d: 'ejkmoz',
  e: 'ceghrst',
  f: 'ijkmor',
  g: 'abdefghilmnpqrstuwy',
  h: 'kmnrtu',
  i: 'delmnoqrst',
  j: 'emop',
  k: 'eghimnprwyz',
  l: 'abcikrstuvy',
  m: 'acdefghklmnopqrstuvwxyz',
  n: 'acefgilopruz',
  o: 'm',
  p: 'aefghklmnrstwy',
  q: 'a',
  r: 'eosuw',
  s: 'abcdeghijklmnorstvxyz',
  t: 'cdfghjklmnortvwz',
  u: 'agmsyz',
  v: 'aceginu',
  w: 'fs',
  x: 'k',
  y: 'et',
  z: 'amw'
}

/**
 * Converts an alpha-2 code to lower case. Country names and alpha-3 codes are dropped, because the browser has no table
 * of them.
 * @param value the raw country
 * @returns undefined unless the value is an alpha-2 code
 */
export function normaliseCountryCode(value: string): string | undefined {
  const code = trim(value).toLowerCase()
  return code.length === 2 && ALPHA_2[code.charAt(0)]?.includes(code.charAt(1)) ? code : undefined
}
