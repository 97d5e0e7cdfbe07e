import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { deadLetterFileNames } from './dead-letter-files'

/** A file of dead letters. */
export interface DeadLetterFile {
  readonly name: string
  /** Each line is one dead letter. */
  readonly lines: number
  readonly bytes: number
}

const NEWLINE = 0x0a

/** Counts the dead letters and bytes of each file, oldest file first. */
export async function readDeadLetterSizes(folder: string): Promise<DeadLetterFile[]> {
  const files: DeadLetterFile[] = []
  for (const name of await deadLetterFileNames(folder)) {
    let lines = 0
    let bytes = 0
    for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
      for (const byte of chunk) if (byte === NEWLINE) lines += 1
      bytes += chunk.length
    }
    files.push({ name, lines, bytes })
  }
  return files
}
