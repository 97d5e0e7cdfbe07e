import { isUtf8 } from 'node:buffer'
import { type Info, type Options, type Parser, parse } from 'csv-parse'
import { CellError, type ColumnOptions, type Columns, readHeader } from './columns'
import { wholeLines } from './lines'
import { MAX_EVENT_BYTES, NOT_UTF8, TOO_LONG } from './piece'
import type { RawRecord } from './record'

const BROKEN_ROW = {
  message: 'This row or a later one is longer than 1 MB, or one of its quotes is not closed. The rest was not read.'
}

const DELIMITERS = [',', ';', '\t', '|']

interface Row {
  readonly record: readonly string[]
  readonly info: Info
}

/**
 * Reads a table with a header, in blocks of rows.
 * @param chunks the bytes of the table
 * @param options the options for converting rows to events
 * @param onHeader called with the columns, before the first row
 * @throws CliError for a header under which no row can be converted to an event. A single row that cannot be converted
 * becomes a record with a `problem`.
 */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  options: ColumnOptions,
  onHeader: (columns: Columns) => void
): AsyncGenerator<RawRecord[]> {
  let columns: Columns | undefined
  let lastLine = 0
  for await (const { rows, problem, isValidUtf8 } of parseRows(chunks)) {
    const records: RawRecord[] = []
    for (const { record, info } of rows) {
      const line = startLineOf(record, info, lastLine)
      lastLine = info.lines
      if (columns === undefined) {
        if (record.every((cell) => cell === '')) continue
        columns = readHeader(record, options)
        onHeader(columns)
      } else {
        const read = readRow(columns, record, line, isValidUtf8)
        if (read !== undefined) records.push(read)
      }
    }
    if (problem) records.push({ line: problem.line ?? lastLine + 1, problem: problem.message, given: undefined })
    if (records.length > 0) yield records
  }
}

function readRow(
  columns: Columns,
  cells: readonly string[],
  line: number,
  isValidUtf8: boolean
): RawRecord | undefined {
  if (!isValidUtf8 && cells.some((cell) => cell.includes('\ufffd'))) return { line, problem: NOT_UTF8, given: cells }
  try {
    const event = columns.toEvent(cells)
    return event && { line, event }
  } catch (error) {
    if (error instanceof CellError) return { line, problem: error.message, given: cells }
    throw error
  }
}

/** The line on which a row starts. The parser reports the line on which the row ends. */
function startLineOf(cells: readonly string[], { lines }: Info, lastLine: number): number {
  if (lines <= lastLine + 1) return lines
  return lines - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

interface Rows {
  readonly rows: readonly Row[]
  /** Whether all bytes so far are UTF-8. Other bytes were decoded as U+FFFD. */
  readonly isValidUtf8: boolean
  /** A line that was not read, and the reason. Without a number, it is the line after the last row. */
  readonly problem?: { readonly line?: number; readonly message: string }
}

async function* parseRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Rows> {
  let parser: Parser | undefined
  let isValidUtf8 = true
  let line = 1
  for await (const { bytes, isTooLong } of wholeLines(chunks)) {
    parser ??= createParser(bytes)
    // A blank line replaces a line that is too long, so that the line numbers stay correct.
    const text = isTooLong ? Buffer.from('\n') : bytes
    const hasFailed = await writeFails(parser, text)
    isValidUtf8 &&= isUtf8(text)
    const problem = hasFailed ? BROKEN_ROW : isTooLong ? { line, message: TOO_LONG } : undefined
    yield { rows: rowsOf(parser), isValidUtf8, ...(problem && { problem }) }
    if (hasFailed) return
    line += text.toString('latin1').split('\n').length - 1
  }
  if (parser === undefined) return
  const isBroken = await writeFails(parser)
  yield { rows: rowsOf(parser), isValidUtf8, ...(isBroken && { problem: BROKEN_ROW }) }
}

function createParser(start: Buffer): Parser {
  const options: Options & { readonly readableHighWaterMark: number } = {
    delimiter: delimiterOf(start),
    info: true,
    max_record_size: MAX_EVENT_BYTES,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    // The rows of a block are read only after the whole block is written, so the parser must be able to hold them all.
    readableHighWaterMark: Number.MAX_SAFE_INTEGER
  }
  const parser = parse(options)
  // `writeFails` reports the error.
  parser.on('error', () => undefined)
  return parser
}

/** The separator that occurs most often in the first line. */
function delimiterOf(start: Buffer): string {
  const [line = ''] = start.toString().trimStart().split('\n', 1)
  const outsideQuotes = line.replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => outsideQuotes.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

/**
 * Writes bytes; ends the input if there are none. Returns whether the parser failed: a quote is not closed, or a row of
 * several lines is too long.
 */
function writeFails(parser: Parser, bytes?: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (error?: Error | null): void => {
      resolve(error instanceof Error)
    }
    if (bytes === undefined) parser.end(done)
    else parser.write(bytes, done)
  })
}

function rowsOf(parser: Parser): Row[] {
  const rows: Row[] = []
  for (let row = parser.read() as Row | null; row !== null; row = parser.read() as Row | null) rows.push(row)
  return rows
}
