import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Replaces a file atomically: after a power failure it holds either the old text or the new. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await syncFolder(path)
}

/** An append-only file. If it is created, only its owner can read it, because it holds personal data. */
export class AppendFile {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private length: number
  ) {}

  /**
   * Opens or creates a file and truncates it.
   * @param length the number of bytes to keep; the file must have at least as many
   * @throws RangeError if the file is shorter or is not a regular file
   */
  static async open(path: string, length: number): Promise<AppendFile> {
    const file = await open(path, 'a', 0o600)
    try {
      const stat = await file.stat()
      if (!stat.isFile() || stat.size < length) throw new RangeError(`${path} is shorter than it should be.`)
      await file.truncate(length)
      await file.sync()
      await syncFolder(path)
      return new AppendFile(path, file, length)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** The number of bytes that are safely on the disk. */
  get bytes(): number {
    return this.length
  }

  /** Resolves when the text is safely on the disk. */
  async append(text: string): Promise<void> {
    if (text === '') return
    await this.file.appendFile(text)
    await this.file.sync()
    this.length += Buffer.byteLength(text)
  }

  /** Closes the file; an empty one is removed. */
  async close(): Promise<void> {
    await this.file.close()
    if (this.length === 0) await rm(this.path, { force: true })
  }
}

/** Syncs the folder, so that the name of a new file is safely on the disk. */
async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders.
  if (process.platform === 'win32') return
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
