import type { Comparison, Spread } from './measure'

/** One row of the results table. */
export interface Row {
  /** The measured work. */
  readonly work: string
  /** The work it is compared with. */
  readonly against: string
  readonly ours: string
  readonly other: string
  /** The other's time or size, divided by ours. */
  readonly ratio: Spread
}

/** Makes the row of a comparison. Its times are per operation. */
export function rowOf(work: string, against: string, { ours, other, ratio }: Comparison): Row {
  return { work, against, ours: formatMicroseconds(ours), other: formatMicroseconds(other), ratio }
}

/** Formats nanoseconds as microseconds with their quartiles. */
export function formatMicroseconds({ median, low, high }: Spread): string {
  return `${digits(median / 1e3)} µs (${digits(low / 1e3)}–${digits(high / 1e3)})`
}

/** Formats nanoseconds as milliseconds with their quartiles. */
export function formatMilliseconds({ median, low, high }: Spread): string {
  return `${digits(median / 1e6)} ms (${digits(low / 1e6)}–${digits(high / 1e6)})`
}

/** Formats a ratio with its quartiles. */
export function formatRatio({ median, low, high }: Spread): string {
  return `${median.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})`
}

function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}
