import { findDeadLetter } from '../../relay/queued/dead-letters'
import { CliError, EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { type DeadOptions, withDeadLetters } from './dead-letters'

/** Shows a whole dead letter as JSON. */
export function showDeadLetter(id: number, options: DeadOptions, { out }: Terminal): Promise<ExitCode> {
  return withDeadLetters(options, async ({ queue }) => {
    const stored = await findDeadLetter(queue, id)
    if (stored === undefined) throw new CliError(missingLetterText(id))
    out(`${terminalSafe(JSON.stringify({ id, ...stored.letter }, null, 2))}\n`)
    return EXIT.ok
  })
}

/** The message about an ID without a dead letter. */
export function missingLetterText(id: number): string {
  return `There is no dead letter ${id}. It may have been sent again, or have expired after 30 days.`
}

/** JSON without characters that control a terminal. JSON itself escapes only some of them. */
function terminalSafe(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
