/** Splits into the first items and the others. */
export function splitAt<Item>(items: readonly Item[], count: number): [Item[], Item[]] {
  const index = Math.ceil(count)
  return [items.slice(0, index), items.slice(index)]
}

/** Splits into the items at these positions and the others. */
export function pickOut<Item>(items: readonly Item[], positions: ReadonlySet<number>): [Item[], Item[]] {
  return [
    items.filter((_, position) => positions.has(position)),
    items.filter((_, position) => !positions.has(position))
  ]
}
