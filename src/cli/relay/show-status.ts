import type { StreamSize } from '../../relay/queued/queue-status'
import type { Terminal } from '../terminal'
import { formatDuration, formatNumber, labelled, table, wrap } from '../text'
import type { DestinationStatus, Status } from './read-status'

const UNKNOWN = '–'

/** The status as text for a terminal. */
export function showStatus(status: Status, { colours, width }: Terminal): string {
  const { mode, relay, queueProblem, destinations, deadLetters } = status
  const lines = [
    ...labelled('Mode          ', mode, width),
    ...labelled('Relay         ', describeRelay(relay), width),
    ...(queueProblem === null ? [] : labelled('Queue         ', `accepts no events: ${queueProblem}`, width)),
    ...labelled('Dead letters  ', describeDeadLetters(deadLetters), width),
    ...('files' in deadLetters ? filesTable(deadLetters.files) : [])
  ]
  const [heading = '', ...rows] = mode === 'queued' ? queuedTable(destinations) : directTable(destinations)
  const hasUnknown = destinations.some(({ paused }) => paused === null)
  const note = `${UNKNOWN} means unknown: only the running relay knows these values, and its metrics cannot be read or do not include the destination.`
  return `${[...lines, '', colours.bold(heading), ...rows, ...(hasUnknown ? ['', ...wrap(note, width)] : [])].join('\n')}\n`
}

function describeRelay({ origin, isReachable, problem }: Status['relay']): string {
  if (origin === null) return 'unknown, because the configuration has no fixed port. Pass the port with --port.'
  if (!isReachable) return `${origin} does not answer`
  return problem === null ? `${origin} accepts events` : `${origin} accepts no events: ${problem}`
}

function describeDeadLetters(deadLetters: Status['deadLetters']): string {
  const { count, bytes } = deadLetters
  return 'folder' in deadLetters
    ? `${formatNumber(count)}, ${formatBytes(bytes)}, in ${deadLetters.folder}`
    : `${formatNumber(count)}, ${formatStorage(deadLetters)}`
}

function filesTable(files: readonly { name: string; lines: number; bytes: number }[]): string[] {
  const rows = files.map(({ name, lines, bytes }) => [`              ${name}`, formatNumber(lines), formatBytes(bytes)])
  return table(rows, [1, 2])
}

function queuedTable(destinations: readonly DestinationStatus[]): string[] {
  const rows = destinations.map((one) => [
    nameOf(one),
    orUnknown(one.depth, formatNumber),
    one.depth === 0 ? '' : orUnknown(one.oldest, formatDuration),
    pauseText(one),
    orUnknown(one.deadLetters, formatNumber),
    orUnknown(one.storage, (storage) => `${formatBytes(storage.bytes)} (${formatPercent(storage)})`)
  ])
  return table([['DESTINATION', 'WAITING', 'OLDEST', 'PAUSED', 'DEAD', 'STORED'], ...rows], [1, 2, 4])
}

function directTable(destinations: readonly DestinationStatus[]): string[] {
  const rows = destinations.map((one) => [nameOf(one), orUnknown(one.depth, formatNumber), pauseText(one)])
  return table([['DESTINATION', 'WAITING', 'PAUSED'], ...rows], [1])
}

function nameOf({ source, destination }: DestinationStatus): string {
  return `${source}/${destination}`
}

function pauseText({ paused }: DestinationStatus): string {
  return orUnknown(paused, (cause) => (cause === false ? 'no' : cause))
}

function orUnknown<Value>(value: Value | null, show: (value: Value) => string): string {
  return value === null ? UNKNOWN : show(value)
}

function formatStorage({ bytes, maxBytes }: StreamSize): string {
  return `${formatBytes(bytes)} of ${formatBytes(maxBytes)} (${formatPercent({ bytes, maxBytes })})`
}

function formatPercent({ bytes, maxBytes }: StreamSize): string {
  return `${Math.floor((bytes / maxBytes) * 100)} %`
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** A number of bytes: `812 B`, `1.5 MB`. */
function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power] ?? ''}`
}
