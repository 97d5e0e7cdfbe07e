import type { EventReader } from '../input/read-events'
import type { InputRecord } from '../input/record'
import { type Range, createRangeTest } from './ranges'

/** A record and its position in the input, counted from 0. */
export interface Item {
  readonly index: number
  readonly record: InputRecord
}

/** Records that are settled together. They are consecutive, except for records that an earlier run has settled. */
export interface Batch {
  readonly range: Range
  readonly items: readonly Item[]
  /** The number of bytes of the input that were read up to the end of the batch. */
  readonly bytes: number
}

/**
 * Splits the input into batches.
 * @param settled the records that have already been settled
 * @param size the number of records in a batch
 */
export async function* makeBatches(
  reader: EventReader,
  settled: readonly Range[],
  size: number
): AsyncGenerator<Batch, void, undefined> {
  const isSettled = createRangeTest(settled)
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

/** Reads the first batch at once. Returns all batches, including the first. */
export async function readFirstBatch(batches: AsyncGenerator<Batch, void>): Promise<AsyncGenerator<Batch, void>> {
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
