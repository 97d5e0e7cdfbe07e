import { createHash } from 'node:crypto'
import { sha256 } from '../../src/shared/identity/hash'
import { compare } from '../measure'
import { type Row, rowOf } from '../row'

const VALUES = 20_000

/** Compares our hash function with Node's older `createHash`. */
export async function hash(): Promise<Row[]> {
  const values = Array.from({ length: VALUES }, (_, index) => `person.${index}@example.com`)
  const work = (digest: (value: string) => string) => () => {
    for (const value of values) if (digest(value).length !== 64) throw new Error('This is not a SHA-256 hash.')
  }
  const comparison = await compare(
    work(sha256),
    work((value) => createHash('sha256').update(value).digest('hex')),
    { operations: VALUES }
  )
  return [rowOf('the hash of one value', 'createHash', comparison)]
}
