import { createInterface } from 'node:readline/promises'
import { inputName } from '../input/open'
import type { Target } from '../target'

/** Asks whether to send. Anything but yes is no. */
export async function confirm(input: string, { destination, settings }: Target): Promise<boolean> {
  const source = settings['pixelCode'] ?? settings['eventSetID'] ?? ''
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const question = `Send the events of ${inputName(input)} to ${destination.name}, ${source}? [y/N] `
    return /^y(?:es)?$/i.test((await lines.question(question)).trim())
  } finally {
    lines.close()
  }
}
