import { createHash } from 'crypto'

/** Replaces Segment's function of the same name, which returns '' for a blank value and leaves a hash unchanged. */
export function processHashing(value: string, method: 'sha256', digest: 'hex'): string {
  if (value.trim() === '') return ''
  return /^[0-9a-f]{64}$/i.test(value) ? value : createHash(method).update(value).digest(digest)
}
