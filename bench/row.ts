import type { Comparison, Spread } from './measure'

/** One row of the table. */
export interface Row {
  /** The measured work. */
  readonly work: string
  /** The work it is compared with. */
  readonly against: string
  readonly ours: string
  readonly other: string
  /** The time of the other, divided by ours. */
  readonly ratio: Spread
}

/** The row of a comparison whose times are per event. */
export function rowOf(work: string, against: string, { ours, other, ratio }: Comparison): Row {
  return { work, against, ours: microseconds(ours), other: microseconds(other), ratio }
}

/** Nanoseconds as microseconds with their spread. */
export function microseconds({ median, low, high }: Spread): string {
  return `${digits(median / 1e3)} µs (${digits(low / 1e3)}–${digits(high / 1e3)})`
}

/** Nanoseconds as milliseconds with their spread. */
export function milliseconds({ median, low, high }: Spread): string {
  return `${digits(median / 1e6)} ms (${digits(low / 1e6)}–${digits(high / 1e6)})`
}

/** A ratio with its spread. */
export function times({ median, low, high }: Spread): string {
  return `${median.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})`
}

function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}
