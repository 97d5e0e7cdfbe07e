/** The numbers from `from` to `to`, `to` excluded. */
export type Range = readonly [from: number, to: number]

/** Adds a range to sorted ranges that neither overlap nor touch. */
export function addRange(ranges: readonly Range[], [from, to]: Range): Range[] {
  if (from >= to) return [...ranges]
  const touching = ranges.filter(([start, end]) => start <= to && end >= from)
  const merged: Range = [
    Math.min(from, ...touching.map(([start]) => start)),
    Math.max(to, ...touching.map(([, end]) => end))
  ]
  return [...ranges.filter(([, end]) => end < merged[0]), merged, ...ranges.filter(([start]) => start > merged[1])]
}

/** Removes numbers, given in ascending order, from a range. */
export function withoutNumbers([from, to]: Range, numbers: readonly number[]): Range[] {
  const starts = [from, ...numbers.map((number) => number + 1)]
  return [...numbers, to].flatMap((end, index): Range[] => {
    const start = starts[index] ?? end
    return start < end ? [[start, end]] : []
  })
}

/** Creates a function that tests whether sorted ranges contain a number. It must be called with ascending numbers. */
export function createRangeTest(ranges: readonly Range[]): (number: number) => boolean {
  let next = 0
  return (number) => {
    while (number >= (ranges[next]?.[1] ?? Infinity)) next += 1
    return number >= (ranges[next]?.[0] ?? Infinity)
  }
}
