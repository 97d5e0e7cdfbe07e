import type { Command } from 'commander'
import { serverDestination } from '../destinations'
import { readSubscriptions } from '../mapping-file'
import { destinationOption, type DestinationOptions } from '../options'
import type { Terminal } from '../terminal'

const EXAMPLES = `
Examples:
  $ segment-tiktok presets > mapping.json
  $ segment-tiktok preview events.ndjson --mapping mapping.json`

/** Adds `presets` to the command line. */
export function registerPresets(program: Command, { out }: Terminal): void {
  program
    .command('presets')
    .description('print the default subscriptions as JSON, a template for a mapping file')
    .addOption(destinationOption())
    .addHelpText('after', EXAMPLES)
    .action(async ({ destination }: DestinationOptions) => {
      out(`${JSON.stringify(await readSubscriptions(serverDestination(destination), undefined), null, 2)}\n`)
    })
}
