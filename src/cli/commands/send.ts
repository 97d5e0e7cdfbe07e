import type { Command } from 'commander'
import { addInputOptions, addTargetOptions, wholeNumber } from '../options'
import type { SendOptions } from '../send/options'
import { send } from '../send/run'
import type { Terminal } from '../terminal'
import { shellQuote } from '../text'

const EXAMPLES = `
Examples:
  $ segment-tiktok send purchases.csv --event "Order Completed" --settings .env
  $ segment-tiktok send events.ndjson.gz --destination offline --settings .env
  $ segment-tiktok send purchases.csv --event "Order Completed" --sandbox
  $ segment-tiktok send events.ndjson --settings .env --resume

Exit codes:
  0 all delivered
  1 some rejected
  2 usage, settings, mapping or input wrong, or no subscription matches
  3 token refused or without permission
  4 stopped early, can be resumed`

/** Adds `send` to the command line. */
export function registerSend(program: Command, terminal: Terminal): void {
  const command = program
    .command('send')
    .description('deliver the events of a file to TikTok')
    .argument('[file]', 'NDJSON, a JSON array or CSV, with or without gzip; - for standard input', '-')
  addTargetOptions(command)
  addInputOptions(command)
    .option('--rejects <file>', 'the file for rejected events (default: FILE.rejects.ndjson, or stdin.rejects.ndjson)')
    .option('--state <file>', 'the file that stores the progress (default: FILE.state.json)')
    .option('--resume', 'resume a run that stopped early')
    .option('--rate <number>', 'maximum number of events per second', wholeNumber(1))
    .option('--concurrency <number>', 'maximum number of concurrent batches', wholeNumber(1), 4)
    .option('--test-event-code <code>', 'send test events: TikTok shows them under Test Events and does not count them')
    .option('--dry-run', 'build the requests, but send and write nothing')
    .option('--yes', 'do not ask for confirmation')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: SendOptions) => {
      const resumeCommand = resumeCommandOf(process.argv.slice(2))
      process.exitCode = await send({ input: file, options, resumeCommand, terminal })
    })
}

/** The same command with `--resume`. It can be printed, because no option holds a secret. */
function resumeCommandOf(args: readonly string[]): string {
  const resumed = args.includes('--resume') ? args : [...args, '--resume']
  return ['segment-tiktok', ...resumed.map(shellQuote)].join(' ')
}
