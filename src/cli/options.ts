import { type Command, InvalidArgumentError, Option } from 'commander'
import { DESTINATION_NAMES, type DestinationName } from './destinations'
import type { ReadOptions } from './input/read-events'
import type { Format } from './input/open'

/** The option that selects the destination. */
export interface DestinationOptions {
  readonly destination: DestinationName
}

/** The options for the destination, its settings and the target of its requests. */
export interface TargetOptions extends DestinationOptions {
  readonly settings?: string
  readonly sandbox?: boolean
  readonly api?: string
}

/** The options for reading and mapping the input. */
export interface InputOptions extends DestinationOptions {
  readonly mapping?: string
  readonly format?: Format
  readonly column?: ReadonlyMap<string, string>
  readonly event?: string
  readonly decimalComma?: boolean
  readonly timeZone?: string
}

/** `--destination`. */
export function destinationOption(): Option {
  return new Option('--destination <name>', 'the destination of the events')
    .choices(DESTINATION_NAMES)
    .default('conversions')
}

/** `--settings`, for commands that need settings. */
export function settingsOption(): Option {
  return new Option('--settings <file>', 'settings as JSON or .env; the environment takes precedence')
}

/** The options of commands that talk to TikTok. */
export function addTargetOptions(command: Command): Command {
  return command
    .addOption(destinationOption())
    .addOption(settingsOption())
    .option('--sandbox', 'send to an embedded sandbox instead of TikTok; needs no settings')
    .addOption(
      new Option('--api <origin>', 'send to this origin on this machine instead of TikTok').conflicts('sandbox')
    )
}

/** The options of commands that read events. */
export function addInputOptions(command: Command): Command {
  return command
    .option('--mapping <file>', 'a JSON array of subscriptions (default: the presets)')
    .addOption(
      new Option('--format <name>', 'the format of the input (default: detected from its content)').choices([
        'ndjson',
        'json',
        'csv'
      ])
    )
    .option('--column <old=new>', 'CSV: read a column under another name; can be repeated', collectColumn)
    .option('--event <name>', 'CSV: the event name of rows without one')
    .option('--decimal-comma', 'CSV: numbers have a decimal comma, e.g. 1.234,50')
    .option('--time-zone <zone>', 'CSV: the zone of timestamps without one, e.g. Europe/Berlin')
}

/** Converts the command's options to the options of the reader. */
export function toReadOptions({ format, column, event, decimalComma, timeZone }: InputOptions): ReadOptions {
  return { format, event, decimalComma, timeZone, ...(column !== undefined && { rename: column }) }
}

/** Creates a parser for whole numbers in a range. The maximum is optional. */
export function wholeNumber(minimum: number, maximum?: number): (text: string) => number {
  const range = maximum === undefined ? `, at least ${minimum}` : ` from ${minimum} to ${maximum}`
  return (text) => {
    const value = Number(text)
    const isInRange = value >= minimum && value <= (maximum ?? Number.MAX_SAFE_INTEGER)
    if (/^\d+$/.test(text) && isInRange) return value
    throw new InvalidArgumentError(`It must be a whole number${range}.`)
  }
}

function collectColumn(text: string, before: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const at = text.lastIndexOf('=')
  const [name, path] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at < 1 || name === '' || path === '') {
    throw new InvalidArgumentError('Write OLD=NEW, e.g. "Kunden-Mail=email".')
  }
  return new Map([...before, [name, path]])
}
