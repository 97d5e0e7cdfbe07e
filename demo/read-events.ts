import type { SegmentEvent } from '@segment/actions-core'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'

/** A Segment event that can be told from the others. */
export type DemoEvent = SegmentEvent & { readonly messageId: string }

const identified = v.object({ messageId: v.pipe(v.string(), v.nonEmpty()), type: v.string() })

const demoEvent = v.custom<DemoEvent>((value) => v.is(identified, value), 'not a Segment event with a messageId')

/** The Segment events of a file, one JSON object a line. */
export async function readEvents(path: string): Promise<DemoEvent[]> {
  return parseEvents(await readFile(path, 'utf8'), basename(path))
}

/**
 * The Segment events of a text, one JSON object a line; blank lines count for nothing.
 * @param text the lines
 * @param name what an error calls the text
 */
export function parseEvents(text: string, name: string): DemoEvent[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [v.parse(demoEvent, JSON.parse(line))]
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`${name}, line ${index + 1}: ${reason}`, { cause: error })
    }
  })
}
