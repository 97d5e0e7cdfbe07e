import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'

/** Asks the user a question. Any answer except yes means no, and so do Ctrl-C and Ctrl-D. */
export async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    // Ctrl-C and Ctrl-D close the interface. The promise of the question then rejects or never settles.
    const closed = once(lines, 'close').then(() => undefined)
    const answer = await Promise.race([lines.question(`${question} [y/N] `), closed]).catch(() => undefined)
    if (answer === undefined) process.stderr.write('\n')
    return /^y(?:es)?$/i.test(answer?.trim() ?? '')
  } finally {
    lines.close()
  }
}
