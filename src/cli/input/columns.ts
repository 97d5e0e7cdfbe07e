import type { JSONObject, JSONValue } from '@segment/actions-core'
import { closest } from 'fastest-levenshtein'
import set from 'lodash/set'
import { CliError } from '../exit'
import { isNumberPath, isTikTokEventColumn, knownPath, type Path } from './known-columns'
import { localTimeReader } from './local-time'
import { withDecimalPoint } from './number-text'

/** How the columns of a table become an event. */
export interface ColumnOptions {
  /** Column → the name that it is read under. */
  readonly rename?: ReadonlyMap<string, string>
  /** The event name of rows that have none. */
  readonly event?: string | undefined
  /** Whether numbers have a decimal comma. */
  readonly decimalComma?: boolean | undefined
  /** The zone of times that have none. */
  readonly timeZone?: string | undefined
}

/** A column, and where its cells go. */
export interface Column {
  readonly name: string
  readonly path: Path
}

/** Columns, ready to read rows. */
export interface Columns {
  readonly columns: readonly Column[]
  /** Whether the events may have TikTok's own names. */
  readonly hasTikTokEvents: boolean
  /**
   * The event of a row; undefined for a row without any value.
   * @throws CellError for a cell that cannot be read
   */
  readonly toEvent: (cells: readonly string[]) => JSONObject | undefined
}

/** A row that cannot become an event. */
export class CellError extends Error {
  override readonly name = 'CellError'
}

/** The largest index of an item. A limit is needed, because a sparse array of millions takes memory. */
const LARGEST_INDEX = 999

const JSON_START = /^(?:\{|\[\s*(?:[{["\]\d-]|true|false|null))/

/**
 * Reads the header of a table.
 * @throws CliError if no event can be made from the header
 */
export function readHeader(header: readonly string[], options: ColumnOptions): Columns {
  const { rename = new Map<string, string>(), event } = options
  const names = header.map((name) => name.trim())
  refuseUnknownRenames(names, rename)
  const readers = names.flatMap((name, index) => {
    if (name === '') return []
    const path = pathOf(rename.get(name) ?? name)
    return [{ index, name, path, read: cellReader(name, path, options) }]
  })
  refuseDoubles(readers)
  refuseUnknownTable(readers, rename)
  if (event === undefined && !readers.some(({ path }) => path.join() === 'event' || path.join() === 'type')) {
    throw new CliError('No column names the events. Name them with --event, e.g. --event "Order Completed".')
  }

  return {
    columns: readers.map(({ name, path }) => ({ name, path })),
    hasTikTokEvents: names.some((name) => isTikTokEventColumn(rename.get(name) ?? name)),
    toEvent: (cells) => {
      if (cells.every((cell) => cell.trim() === '')) return undefined
      if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
        throw new CellError(
          `The row has ${cells.length} cells, the header has ${names.length}. Put values that hold the separator into quotes.`
        )
      }
      const row: JSONObject = {}
      for (const { index, path, read } of readers) {
        const text = cells[index]?.trim() ?? ''
        if (text !== '') set(row, path, read(text))
      }
      const named = row['event'] === undefined && event !== undefined ? { ...row, event } : row
      return { type: 'track', ...named }
    }
  }
}

function pathOf(name: string): Path {
  const known = knownPath(name)
  if (known !== undefined) return known
  if (!name.includes('.')) return ['properties', name]
  const path = name.split('.')
  if (path.some((key) => key.trim() === ''))
    throw new CliError(`The column ${name} is not a path: a part of it is blank.`)
  if (path.some((key) => /^\d+$/.test(key) && Number(key) > LARGEST_INDEX)) {
    throw new CliError(`The column ${name} counts beyond ${LARGEST_INDEX}.`)
  }
  return path
}

function cellReader(
  name: string,
  path: Path,
  { decimalComma = false, timeZone }: ColumnOptions
): (text: string) => JSONValue {
  if (timeZone !== undefined && path.join() === 'timestamp') return localTimeReader(timeZone)
  if (decimalComma && isNumberPath(path)) return withDecimalPoint
  return (text) => (JSON_START.test(text) ? parseCell(name, text) : text)
}

function parseCell(name: string, text: string): JSONValue {
  try {
    return JSON.parse(text) as JSONValue
  } catch {
    throw new CellError(`The cell in column ${name} starts like JSON but is not JSON.`)
  }
}

function refuseUnknownRenames(names: readonly string[], rename: ReadonlyMap<string, string>): void {
  const unknown = [...rename.keys()].find((name) => !names.includes(name))
  if (unknown === undefined) return
  throw new CliError(`--column: there is no column ${unknown}. Did you mean ${closest(unknown, names)}?`)
}

function refuseDoubles(columns: readonly Column[]): void {
  const first = new Map<string, string>()
  for (const { name, path } of columns) {
    const key = JSON.stringify(path)
    const other = first.get(key)
    if (other !== undefined) {
      throw new CliError(
        `The columns ${other} and ${name} both become ${path.join('.')}. Rename one with --column "${name}=another_name".`
      )
    }
    first.set(key, name)
  }
}

/** Refuses a file without any known column, because it may be another kind of text file. */
function refuseUnknownTable(columns: readonly Column[], rename: ReadonlyMap<string, string>): void {
  const isKnown = ({ name }: Column) => rename.has(name) || name.includes('.') || knownPath(name) !== undefined
  if (columns.some(isKnown)) return
  const names = columns.map(({ name }) => name).join(', ')
  throw new CliError(
    `No column of the first line is known: ${names.length > 100 ? `${names.slice(0, 100)} …` : names}. ` +
      'Say what the columns are with --column, e.g. --column "Kunden-Mail=email", or the format with --format.'
  )
}
