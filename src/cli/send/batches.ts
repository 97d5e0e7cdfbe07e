import type { EventReader } from '../input/read-events'
import type { InputRecord } from '../input/record'
import { type Range, createRangeTest } from './ranges'

/** A record and its position in the input, counted from 0. */
export interface Item {
  readonly index: number
  readonly record: InputRecord
}

/** Records that are sent together. Records that an earlier run has settled are left out. */
export interface Batch {
  /** The positions that the batch covers, including those of records that are left out. */
  readonly range: Range
  readonly items: readonly Item[]
  /** The number of bytes of the input that had been read when the batch was complete. */
  readonly bytes: number
}

/**
 * Splits the input into batches.
 * @param settled the records that have already been settled
 * @param size the maximum number of records in a batch
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

/** Reads the first batch now, so that an error in it is thrown here. Returns all batches, including the first. */
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
