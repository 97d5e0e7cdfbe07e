/** The numbers from the first up to, and without, the second. */
export type Range = readonly [from: number, to: number]

/** Ranges in order, none of which touches another, with one more. */
export function addRange(ranges: readonly Range[], [from, to]: Range): Range[] {
  if (from >= to) return [...ranges]
  const touching = ranges.filter(([start, end]) => start <= to && end >= from)
  const merged: Range = [
    Math.min(from, ...touching.map(([start]) => start)),
    Math.max(to, ...touching.map(([, end]) => end))
  ]
  return [...ranges.filter(([, end]) => end < merged[0]), merged, ...ranges.filter(([start]) => start > merged[1])]
}

/** A range without some of its numbers, which are in order. */
export function withoutNumbers([from, to]: Range, numbers: readonly number[]): Range[] {
  const starts = [from, ...numbers.map((number) => number + 1)]
  return [...numbers, to].flatMap((end, index): Range[] => {
    const start = starts[index] ?? end
    return start < end ? [[start, end]] : []
  })
}

/** Whether ranges hold a number; for numbers that are asked in order. */
export function rangeReader(ranges: readonly Range[]): (number: number) => boolean {
  let next = 0
  return (number) => {
    while (number >= (ranges[next]?.[1] ?? Infinity)) next += 1
    return number >= (ranges[next]?.[0] ?? Infinity)
  }
}
