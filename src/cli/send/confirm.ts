import { ask } from '../ask'
import { inputName } from '../input/open'
import { previewRecords } from '../preview/run'
import { showSummary } from '../preview/show-summary'
import { Summary } from '../preview/summary'
import type { Target } from '../target'
import type { Terminal } from '../terminal'
import { formatNumber } from '../text'
import type { SendOptions } from './options'

/** The maximum number of events in the summary before the question. */
const MAX_SUMMARISED = 1000

/** Shows a summary and asks whether to send. */
export async function confirm(
  input: string,
  target: Target,
  options: SendOptions,
  { note, noteColours, noteWidth }: Terminal
): Promise<boolean> {
  const summary = new Summary()
  let heading = inputName(input)
  for await (const previewed of previewRecords(input, options, target)) {
    if (summary.events === MAX_SUMMARISED) {
      heading = `The first ${formatNumber(MAX_SUMMARISED)} events of ${heading}`
      break
    }
    summary.add(previewed)
  }
  note(`${showSummary(summary, heading, { width: noteWidth, colours: noteColours })}\n`)
  const source = target.settings['pixelCode'] ?? target.settings['eventSetID'] ?? ''
  const which = options.resume === true ? 'the remaining' : 'all'
  const isYes = await ask(`Send ${which} events of the file to ${target.destination.name}, ${source}?`)
  if (!isYes) note('Nothing was sent.\n')
  return isYes
}
