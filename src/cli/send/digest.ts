import { createHash, hash } from 'node:crypto'
import { openInput } from '../input/open'

/** The length and the digest of an input, after decompression. */
export interface InputDigest {
  readonly sha256: string
  readonly bytes: number
}

/**
 * Reads a whole file and returns its length and digest.
 * @throws CliError for a file that cannot be read to its end
 */
export async function digestInput(path: string): Promise<InputDigest> {
  const { chunks } = await openInput(path)
  const digest = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunks) {
    digest.update(chunk)
    bytes += chunk.length
  }
  return { sha256: digest.digest('hex'), bytes }
}

/** The SHA-256 of a value's JSON. JSON leaves out undefined properties, so they do not change the digest. */
export function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
