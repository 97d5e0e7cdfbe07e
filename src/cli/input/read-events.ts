import { CliError } from '../exit'
import type { ColumnOptions, Columns } from './columns'
import { readCsv } from './csv'
import { splitArray } from './json-array'
import { splitLines } from './lines'
import { createMessageIdAssigner } from './message-id'
import { type Format, inputName, openInput } from './open'
import { parsePiece } from './parse-piece'
import type { Piece } from './piece'
import type { InputRecord, RawRecord } from './record'

/** The options for reading an input. */
export interface ReadOptions extends ColumnOptions {
  /** Default: detected from the content. */
  readonly format?: Format | undefined
}

/** Reads an input once. */
export interface EventReader {
  /** The columns of a CSV file, once its header has been read; undefined for the other formats. */
  readonly columns: Columns | undefined
  /** The number of uncompressed bytes that have been read. */
  readonly bytes: number
  /** The records in order, in blocks. */
  readonly records: AsyncIterable<InputRecord[]>
}

/**
 * Reads the events of a file, or of standard input for `-`: NDJSON, a JSON array or CSV, with or without gzip.
 * Memory does not grow with the input.
 * @throws CliError for a file that cannot be read, and for options that do not apply to its format
 */
export async function readEvents(path: string, options: ReadOptions = {}): Promise<EventReader> {
  const input = await openInput(path)
  const format = options.format ?? input.format
  if (format !== undefined && format !== 'csv') refuseColumnOptions(path, options)

  const progress: { columns: Columns | undefined; bytes: number } = { columns: undefined, bytes: 0 }
  const chunks = countBytes(input.chunks, (length) => {
    progress.bytes += length
  })
  const toColumns = (columns: Columns): void => {
    progress.columns = columns
  }
  const raw = format === 'csv' ? readCsv(chunks, options, toColumns) : parsePieces(split(chunks, format))
  return Object.assign(progress, { records: withMessageIds(raw) })
}

function split(chunks: AsyncIterable<Buffer>, format: Format | undefined): AsyncIterable<Piece[]> {
  return format === 'json' ? splitArray(chunks) : splitLines(chunks)
}

async function* parsePieces(blocks: AsyncIterable<Piece[]>): AsyncGenerator<RawRecord[]> {
  for await (const pieces of blocks) yield pieces.map(parsePiece)
}

async function* withMessageIds(blocks: AsyncIterable<RawRecord[]>): AsyncGenerator<InputRecord[]> {
  const assignId = createMessageIdAssigner()
  for await (const records of blocks) yield records.map(assignId)
}

async function* countBytes(chunks: AsyncIterable<Buffer>, count: (length: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    count(chunk.length)
    yield chunk
  }
}

function refuseColumnOptions(path: string, { rename, event, decimalComma, timeZone }: ReadOptions): void {
  const given = { column: rename?.size, event, 'decimal-comma': decimalComma, 'time-zone': timeZone }
  const [option] = Object.entries(given).find(([, value]) => Boolean(value)) ?? []
  if (option === undefined) return
  throw new CliError(`--${option} is for CSV, and ${inputName(path)} is JSON.`)
}
