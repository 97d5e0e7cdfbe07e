import type { EventReader } from '../input/read-events'
import type { InputRecord } from '../input/record'
import { type Range, rangeReader } from './ranges'

/** A record and its place in the input, counted from 0. */
export interface Item {
  readonly index: number
  readonly record: InputRecord
}

/** What is settled together: records that follow each other, without those that are settled already. */
export interface Batch {
  readonly range: Range
  readonly items: readonly Item[]
  /** How many bytes of the input had been read by then. */
  readonly bytes: number
}

/**
 * Cuts the input into batches.
 * @param settled the records that are settled already
 * @param size how many records are in a batch
 */
export async function* makeBatches(
  reader: EventReader,
  settled: readonly Range[],
  size: number
): AsyncGenerator<Batch, void, undefined> {
  const isSettled = rangeReader(settled)
  let items: Item[] = []
  let from = 0
  let index = 0
  for await (const records of reader.records) {
    for (const record of records) {
      if (!isSettled(index)) items.push({ index, record })
      index += 1
      if (items.length < size) continue
      yield { range: [from, index], items, bytes: reader.bytes }
      items = []
      from = index
    }
  }
  if (items.length > 0) yield { range: [from, index], items, bytes: reader.bytes }
}

/** The same batches, the first of which has been read. */
export async function startReading(batches: AsyncGenerator<Batch, void>): Promise<AsyncGenerator<Batch, void>> {
  const first = await batches.next()
  return prepend(first, batches)
}

async function* prepend(
  first: IteratorResult<Batch, void>,
  rest: AsyncGenerator<Batch, void>
): AsyncGenerator<Batch, void> {
  if (first.done === true) return
  yield first.value
  yield* rest
}
