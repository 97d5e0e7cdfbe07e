const NUMBER = new Intl.NumberFormat('en')
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Formats a number with thousands separators: `10,000`. */
export function formatNumber(value: number): string {
  return NUMBER.format(value)
}

/** Formats the time of day: `14:03:22`. */
export function formatTime(time: number): string {
  return TIME.format(time)
}

/** Formats a count with its noun: `1 event`, `2 events`. */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`
}
