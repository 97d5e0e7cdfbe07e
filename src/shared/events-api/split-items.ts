/** Splits the items after the first `count`, rounded up. */
export function splitAt<Item>(items: readonly Item[], count: number): [Item[], Item[]] {
  const index = Math.ceil(count)
  return [items.slice(0, index), items.slice(index)]
}

/** Separates the items at these positions from the others. */
export function partitionByPosition<Item>(items: readonly Item[], positions: ReadonlySet<number>): [Item[], Item[]] {
  return [
    items.filter((_, position) => positions.has(position)),
    items.filter((_, position) => !positions.has(position))
  ]
}
