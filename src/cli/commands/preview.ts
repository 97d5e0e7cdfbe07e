import type { Command } from 'commander'
import { addInputOptions, destinationOption, settingsOption, wholeNumber } from '../options'
import { preview, type PreviewOptions } from '../preview/run'
import type { Terminal } from '../terminal'

const EXAMPLES = `
Examples:
  $ segment-tiktok preview purchases.csv --event "Order Completed"
  $ segment-tiktok preview events.ndjson --summary
  $ segment-tiktok preview events.ndjson --event-id order-1001
  $ segment-tiktok preview events.ndjson --problems --redact`

/** Adds `preview` to the command line. */
export function registerPreview(program: Command, terminal: Terminal): void {
  const command = program
    .command('preview')
    .description('show how the events of a file would be sent, and why values are left out; sends nothing')
    .argument('[file]', 'NDJSON, a JSON array or CSV, with or without gzip; - for standard input', '-')
    .addOption(destinationOption())
    .addOption(settingsOption())
  addInputOptions(command)
    .option('--summary', 'read the whole file and show only the summary')
    .option('--limit <number>', 'number of events to show (default: 5 on a terminal, otherwise all)', wholeNumber(0))
    .option('--event-id <id>', 'only the event with this messageId')
    .option('--problems', 'only events with a problem')
    .option('--redact', 'show the kind and length of personal data instead of the data')
    .option('--json', 'print one JSON object per event, and one with the summary unless --event-id is set')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: PreviewOptions) => {
      process.exitCode = await preview(file, options, terminal)
    })
}
