import type { Command } from 'commander'
import { parsePort } from '../../relay'
import { wholeNumber } from '../options'
import type { DeadOptions } from '../relay/dead-letters'
import type { ListOptions } from '../relay/dead-list'
import type { RedriveOptions } from '../relay/dead-redrive'
import type { StatusOptions } from '../relay/status'
import type { Terminal } from '../terminal'

const STATUS_HELP = `
In the queued mode it asks the queue and the relay at the configured address. In
the direct mode it asks that relay and reads its dead-letter files.

Examples:
  $ segment-tiktok relay status --config relay.json
  $ segment-tiktok relay status --config relay.json --json

Exit codes:
  0 events are accepted
  2 usage or configuration wrong
  4 no events are accepted now`

const DEAD_HELP = `
Dead letters are kept for 30 days. The direct mode stores them in one file per
day, and segment-tiktok send accepts these files as input. In the direct mode,
these commands only say how to send the newest file, and exit with 2.

Examples:
  $ segment-tiktok relay dead list --config relay.json --destination web
  $ segment-tiktok relay dead show 17 --config relay.json
  $ segment-tiktok relay dead redrive 17 18 --config relay.json
  $ segment-tiktok relay dead redrive --all --config relay.json
  $ segment-tiktok relay dead export --config relay.json > dead.ndjson`

const LIST_HELP = `
Examples:
  $ segment-tiktok relay dead list --config relay.json
  $ segment-tiktok relay dead list --config relay.json --destination web --json`

const SHOW_HELP = `
It shows everything that the relay stored about the event, including personal
data.

Examples:
  $ segment-tiktok relay dead show 17 --config relay.json`

const REDRIVE_HELP = `
A dead letter is deleted when its event is stored in the queue again. An event
that is rejected again becomes a new dead letter.

Examples:
  $ segment-tiktok relay dead redrive 17 18 --config relay.json
  $ segment-tiktok relay dead redrive --all --config relay.json

Exit codes:
  0 all put back                     1 some ids or destinations are unknown
  2 usage or configuration wrong     4 the queue cannot be reached, or is full`

const EXPORT_HELP = `
Each line is one dead letter with its whole event, including personal data. The
dead letters stay in the queue.

Examples:
  $ segment-tiktok relay dead export --config relay.json > dead.ndjson
  $ segment-tiktok preview dead.ndjson
  $ segment-tiktok send dead.ndjson --settings .env`

/** Adds `status` and `dead` to `relay`. Their code is loaded when they run. */
export function registerRelayOperations(relay: Command, terminal: Terminal): void {
  withConfig(relay.command('status'))
    .description('show waiting events, pauses, dead letters and storage')
    .option('--port <number>', 'the port of the relay, instead of the one in the configuration', parsePort)
    .option('--json', 'print the status as JSON')
    .addHelpText('after', STATUS_HELP)
    .action(async (options: StatusOptions) => {
      const { relayStatus } = await import('../relay/status')
      process.exitCode = await relayStatus(options, terminal)
    })

  const dead = relay
    .command('dead')
    .description('show dead letters and send them again')
    .helpCommand(false)
    .addHelpText('after', DEAD_HELP)
  registerDead(dead, terminal)
}

function registerDead(dead: Command, terminal: Terminal): void {
  withSelection(withConfig(dead.command('list')))
    .description('list dead letters without their events, oldest first')
    .option(
      '--limit <number>',
      'number of dead letters to list (default: 20 on a terminal, otherwise all)',
      wholeNumber(0)
    )
    .option('--json', 'print one JSON object per line')
    .addHelpText('after', LIST_HELP)
    .action(async (options: ListOptions) => {
      const { listDeadLetters } = await import('../relay/dead-list')
      process.exitCode = await listDeadLetters(options, terminal)
    })

  withConfig(dead.command('show'))
    .description('show one dead letter with its whole event, as JSON')
    .argument('<id>', 'the id that the list shows', wholeNumber(1))
    .addHelpText('after', SHOW_HELP)
    .action(async (id: number, options: DeadOptions) => {
      const { showDeadLetter } = await import('../relay/dead-show')
      process.exitCode = await showDeadLetter(id, options, terminal)
    })

  withSelection(withConfig(dead.command('redrive')))
    .description('put the events of dead letters back into the queue')
    .argument('[ids...]', 'the ids that the list shows', collectIds)
    .option('--all', 'all dead letters, after confirmation')
    .option('--limit <number>', 'with --all: maximum number, oldest first', wholeNumber(0))
    .option('--yes', 'do not ask for confirmation')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', REDRIVE_HELP)
    .action(async (ids: readonly number[], options: RedriveOptions) => {
      const { redriveDeadLetters } = await import('../relay/dead-redrive')
      process.exitCode = await redriveDeadLetters(ids, options, terminal)
    })

  withSelection(withConfig(dead.command('export')))
    .description('write dead letters with their events to standard output, as NDJSON')
    .option('--limit <number>', 'maximum number, oldest first (default: all)', wholeNumber(0))
    .addHelpText('after', EXPORT_HELP)
    .action(async (options: DeadOptions) => {
      const { exportDeadLetters } = await import('../relay/dead-export')
      process.exitCode = await exportDeadLetters(options, terminal)
    })
}

function withConfig(command: Command): Command {
  return command.requiredOption('--config <file>', 'the configuration of the relay')
}

function withSelection(command: Command): Command {
  return command.option('--destination <name>', 'only dead letters of this destination: NAME or SOURCE/NAME')
}

function collectIds(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, wholeNumber(1)(text)]
}
