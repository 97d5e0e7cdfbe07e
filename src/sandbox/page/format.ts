const NUMBER = new Intl.NumberFormat('en')
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** A number with its thousands separated: `10,000`. */
export function grouped(value: number): string {
  return NUMBER.format(value)
}

/** The time of day: `14:03:22`. */
export function timeOfDay(time: number): string {
  return TIME.format(time)
}

/** A count with its noun: `1 event`, `2 events`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}
