import type { WriteStream } from 'node:tty'
import pc from 'picocolors'

/**
 * The styles that are readable on a light and a dark background. Yellow text is unreadable on white, and dim text in
 * many themes. If colours are off, the styles return the text unchanged.
 */
export type Colours = Pick<ReturnType<typeof pc.createColors>, 'bold' | 'red' | 'green' | 'magenta'>

/** The output of a command and its format. */
export interface Terminal {
  /** For data: the result of the command. */
  readonly out: (text: string) => void
  /** For messages and progress. */
  readonly note: (text: string) => void
  /** The maximum width of the data, in columns. */
  readonly width: number
  readonly colours: Colours
  readonly noteColours: Colours
  /** The maximum width of a message, in columns; `Infinity` if it does not go to a terminal. */
  readonly noteWidth: number
  /** Whether the data goes to a terminal. */
  readonly isTerminal: boolean
  /** Whether the user can be asked a question. */
  readonly canAsk: boolean
}

/** The maximum width of a line that is easy to read. */
const MAX_WIDTH = 120
const MIN_WIDTH = 60
const DEFAULT_WIDTH = 100

/**
 * The terminal of the process. `NO_COLOR` switches colours off. They are also off on a stream that is not a terminal
 * and on a dumb terminal (`TERM=dumb`), unless `FORCE_COLOR` is set.
 */
export function openTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process
  const hasColours = (stream: Partial<WriteStream>): boolean =>
    !env['NO_COLOR'] && (Boolean(env['FORCE_COLOR']) || (stream.isTTY === true && env['TERM'] !== 'dumb'))
  const isTerminal = (stdout as Partial<WriteStream>).isTTY === true
  return {
    out: (text) => stdout.write(text),
    note: (text) => stderr.write(text),
    // Data that is piped to a pager appears on the terminal of stderr. The width of that terminal then applies.
    width: widthOf(stdout) ?? widthOf(stderr) ?? limitWidth(Number(env['COLUMNS'])),
    colours: pc.createColors(hasColours(stdout)),
    noteColours: pc.createColors(hasColours(stderr)),
    noteWidth: widthOf(stderr) ?? Infinity,
    isTerminal,
    canAsk: (stdin as Partial<NodeJS.ReadStream>).isTTY === true && (stderr as Partial<WriteStream>).isTTY === true
  }
}

/** The width of a terminal, within limits; undefined if the stream is not a terminal. */
function widthOf({ isTTY, columns }: Partial<WriteStream>): number | undefined {
  return isTTY === true ? limitWidth(columns) : undefined
}

/** A terminal that does not know its size has 0 columns. */
function limitWidth(columns: number | undefined): number {
  return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, columns || DEFAULT_WIDTH))
}
