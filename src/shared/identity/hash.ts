import { hash } from 'node:crypto'

/** SHA-256 of a normalised value, 64 hexadecimal digits in lower case. Server only. */
export function sha256(value: string): string {
  return hash('sha256', value)
}
