import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { createGunzip } from 'node:zlib'
import { CliError, systemCode } from '../exit'

const CHUNK_SIZE = 256 * 1024
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** The formats of an input, each with or without gzip. */
export type Format = 'ndjson' | 'json' | 'csv'

/** The uncompressed bytes of an input, without a byte order mark. */
export interface OpenInput {
  /** The format, detected from the content; undefined for an empty or blank input. */
  readonly format: Format | undefined
  readonly chunks: AsyncIterable<Buffer>
}

/** The name of an input in messages. */
export function inputName(path: string): string {
  return path === '-' ? 'standard input' : path
}

/**
 * Refuses standard input if it is a terminal, because the user would have to type the events.
 * @throws CliError if the input is a terminal
 */
export function refuseTerminal(path: string): void {
  if (path !== '-' || !(process.stdin as Partial<ReadStream>).isTTY) return
  throw new CliError('Standard input is a terminal. Name a file, or pipe events into the command.')
}

/**
 * Opens a file, or standard input for `-`. Gzip and the format are detected from the content.
 * @throws CliError for a file that cannot be read, and for a UTF-16, Excel or ZIP file
 */
export async function openInput(path: string): Promise<OpenInput> {
  const compressed = await peek(readFrom(path), (head) => head.length >= 2)
  const isGzip = compressed.head[0] === 0x1f && compressed.head[1] === 0x8b
  const bytes = isGzip ? gunzip(compressed.all, path) : compressed.all
  const { head, all } = await peek(bytes, (some) => some.some((byte, at) => at >= UTF8_BOM.length && !isBlank(byte)))
  const hasBom = head.subarray(0, UTF8_BOM.length).equals(UTF8_BOM)
  const text = hasBom ? head.subarray(UTF8_BOM.length) : head
  refuseUnsupported(text, path)
  return { format: formatOf(text), chunks: hasBom ? skipBytes(all, UTF8_BOM.length) : all }
}

async function* readFrom(path: string): AsyncGenerator<Buffer> {
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK_SIZE })
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw new CliError(reasonNotRead(path, error))
  }
}

function reasonNotRead(path: string, error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOENT':
      return `There is no file ${path}.`
    case 'EISDIR':
      return `${path} is a folder. Name a file, or - for standard input.`
    case 'EACCES':
      return `This user may not read ${path}.`
    default:
      return `${inputName(path)} cannot be read (${systemCode(error) ?? 'unknown error'}).`
  }
}

async function* gunzip(compressed: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  const decompressed = pipeline(Readable.from(compressed), createGunzip({ chunkSize: CHUNK_SIZE }), () => undefined)
  try {
    for await (const chunk of decompressed) yield chunk as Buffer
  } catch (error) {
    if (error instanceof CliError) throw error
    throw new CliError(`${inputName(path)} is an incomplete or damaged gzip file.`)
  }
}

/**
 * Reads until `isEnough` accepts the start of the input, or the start has {@link CHUNK_SIZE} bytes. Returns that start,
 * and a stream of the whole input.
 */
async function peek(
  chunks: AsyncGenerator<Buffer>,
  isEnough: (head: Buffer) => boolean
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
  let head = Buffer.alloc(0)
  while (head.length < CHUNK_SIZE && !isEnough(head)) {
    const next = await chunks.next()
    if (next.done === true) break
    head = Buffer.concat([head, next.value])
  }
  return { head, all: prepend(head, chunks) }
}

async function* prepend(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head
  yield* rest
}

async function* skipBytes(chunks: AsyncGenerator<Buffer>, count: number): AsyncGenerator<Buffer> {
  const first = await chunks.next()
  if (first.done !== true) yield first.value.subarray(count)
  yield* chunks
}

function refuseUnsupported(head: Buffer, path: string): void {
  const start = head.subarray(0, 4).toString('latin1')
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) {
    throw new CliError(`${inputName(path)} is UTF-16. Save it as UTF-8.`)
  }
  if (start === 'PK\x03\x04')
    throw new CliError(`${inputName(path)} is an Excel or ZIP file. Save the table as CSV (UTF-8).`)
}

function formatOf(head: Buffer): Format | undefined {
  const first = head.find((byte) => !isBlank(byte))
  if (first === undefined) return undefined
  return first === 0x7b ? 'ndjson' : first === 0x5b ? 'json' : 'csv'
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}
