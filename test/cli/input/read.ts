import type { Columns } from '../../../src/cli/input/columns'
import { readEvents, type ReadOptions } from '../../../src/cli/input/read-events'
import type { InputRecord } from '../../../src/cli/input/record'

/** Reads all records of an input, and its columns. */
export async function readAll(
  path: string,
  options?: ReadOptions
): Promise<{ records: InputRecord[]; columns: Columns | undefined }> {
  const reader = await readEvents(path, options)
  const records: InputRecord[] = []
  for await (const block of reader.records) records.push(...block)
  return { records, columns: reader.columns }
}

/** Shortens records to their line and the ID of the event, or their line and the problem. */
export function shorten(records: readonly InputRecord[]): string[] {
  return records.map((record) =>
    'event' in record ? `${record.line}: ${record.event.messageId}` : `${record.line}! ${record.problem}`
  )
}
