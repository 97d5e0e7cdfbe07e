import type { JSONObject, JSONValue } from '@segment/actions-core'
import { closest } from 'fastest-levenshtein'
import set from 'lodash/set'
import { CliError } from '../exit'
import { isNumberPath, isTikTokEventColumn, knownPath, type Path } from './known-columns'
import { localTimeReader } from './local-time'
import { withDecimalPoint } from './number-text'

/** The options for converting the rows of a table to events. */
export interface ColumnOptions {
  /** Column → the name that replaces it. */
  readonly rename?: ReadonlyMap<string, string>
  /** The event name of rows without one. */
  readonly event?: string | undefined
  /** Whether numbers have a decimal comma. */
  readonly decimalComma?: boolean | undefined
  /** The time zone of timestamps without one. */
  readonly timeZone?: string | undefined
}

/** A column, and the path of its values in the event. */
export interface Column {
  readonly name: string
  readonly path: Path
}

/** The columns of a table. They convert rows to events. */
export interface Columns {
  readonly columns: readonly Column[]
  /** Whether a column is for TikTok's own event names. */
  readonly hasTikTokEvents: boolean
  /**
   * Converts a row to an event. Returns undefined for a blank row.
   * @throws CellError for a row that cannot be converted to an event
   */
  readonly toEvent: (cells: readonly string[]) => JSONObject | undefined
}

/** Thrown for a row that cannot be converted to an event. */
export class CellError extends Error {
  override readonly name = 'CellError'
}

/** The maximum array index in a column name. Without a limit, one column could create an array of millions of items. */
const MAX_INDEX = 999

/** The start of a JSON object or array. Text in brackets, such as `[sale]`, does not match. */
const JSON_START = /^(?:\{|\[\s*(?:[{["\]\d-]|true|false|null))/

/**
 * Reads the header of a table.
 * @throws CliError for a header under which no row can be converted to an event, and for an unknown or repeated column
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
  refuseDuplicates(readers)
  requireKnownColumn(readers, rename)
  if (event === undefined && !readers.some(({ path }) => path.join() === 'event' || path.join() === 'type')) {
    throw new CliError(
      'There is no column with event names. Set the name with --event, e.g. --event "Order Completed".'
    )
  }

  return {
    columns: readers.map(({ name, path }) => ({ name, path })),
    hasTikTokEvents: names.some((name) => isTikTokEventColumn(rename.get(name) ?? name)),
    toEvent: (cells) => {
      if (cells.every((cell) => cell.trim() === '')) return undefined
      if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
        throw new CellError(
          `The row has ${cells.length} cells, but the header has ${names.length}. Quote values that contain the separator.`
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
    throw new CliError(`The column ${name} is not a path, because a part of it is blank.`)
  if (path.some((key) => /^\d+$/.test(key) && Number(key) > MAX_INDEX)) {
    throw new CliError(`The column ${name} has an index above ${MAX_INDEX}.`)
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

function refuseDuplicates(columns: readonly Column[]): void {
  const first = new Map<string, string>()
  for (const { name, path } of columns) {
    const key = JSON.stringify(path)
    const other = first.get(key)
    if (other !== undefined) {
      throw new CliError(
        `The columns ${other} and ${name} are both read as ${path.join('.')}. Rename one with --column "${name}=another_name".`
      )
    }
    first.set(key, name)
  }
}

/** Refuses a file without any known column, because it may not be CSV. */
function requireKnownColumn(columns: readonly Column[], rename: ReadonlyMap<string, string>): void {
  const isKnown = ({ name }: Column) => rename.has(name) || name.includes('.') || knownPath(name) !== undefined
  if (columns.some(isKnown)) return
  const names = columns.map(({ name }) => name).join(', ')
  throw new CliError(
    `The first line has no known column: ${names.length > 100 ? `${names.slice(0, 100)} …` : names}. ` +
      'Name the columns with --column, e.g. --column "Kunden-Mail=email", or set the format with --format.'
  )
}
