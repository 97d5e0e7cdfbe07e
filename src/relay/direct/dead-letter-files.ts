import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DEAD_LETTER_DAYS, type DeadLetter } from '../delivery/dead-letter'

/** Dead letters in files: one file per day, one line per letter. */
export interface DeadLetterFiles {
  /** Resolves when the letters are on the disk. Rejects if they cannot be written. */
  append(letters: readonly DeadLetter[]): Promise<void>
  /** Deletes files older than {@link DEAD_LETTER_DAYS}. */
  deleteOld(): Promise<void>
  /** Resolves after the last write. */
  close(): Promise<void>
}

const NEWLINE = 0x0a
const DAY = 24 * 3_600_000

/**
 * Stores dead letters in files that only the relay's system user can read. A new folder is for this user only. An
 * existing folder keeps its permissions.
 * @param now the clock, in milliseconds
 */
export function createDeadLetterFiles(folder: string, now: () => number = Date.now): DeadLetterFiles {
  let lastWrite: Promise<void> = Promise.resolve()

  // The file is opened for each write, because the user may have moved or deleted it since the last one.
  const write = async (letters: readonly DeadLetter[]): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(join(folder, fileName(now())), 'a+', 0o600)
    try {
      await endLine(file)
      await file.appendFile(letters.map((letter) => `${JSON.stringify(letter)}\n`).join(''))
      await file.datasync()
    } finally {
      await file.close()
    }
  }

  return {
    append(letters) {
      const written = lastWrite.then(() => write(letters))
      lastWrite = written.catch(() => undefined)
      return written
    },
    async deleteOld() {
      const oldest = fileName(now() - DEAD_LETTER_DAYS * DAY)
      const old = (await deadLetterFileNames(folder)).filter((name) => name < oldest)
      await Promise.all(old.map((name) => rm(join(folder, name))))
    },
    close: () => lastWrite
  }
}

function fileName(time: number): string {
  return `${new Date(time).toISOString().slice(0, 10)}.ndjson`
}

/** Lists the dead-letter files of a folder, oldest first. The list is empty if the folder does not exist. */
export async function deadLetterFileNames(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names.filter((name) => /^\d{4}-\d\d-\d\d\.ndjson$/.test(name)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Ends an incomplete last line, which a failed write may have left, so that the next letter gets its own line. */
async function endLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  if (size === 0) return
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  if (buffer[0] !== NEWLINE) await file.appendFile('\n')
}
