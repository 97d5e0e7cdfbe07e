import type { Command } from 'commander'
import { serverDestination } from '../destinations'
import { EXIT } from '../exit'
import type { Run } from '../main'
import { readSubscriptions } from '../mapping-file'
import { destinationOption, type DestinationOptions } from '../options'
import type { Terminal } from '../terminal'

const EXAMPLES = `
Examples:
  $ segment-tiktok presets > mapping.json
  $ segment-tiktok preview purchases.csv --mapping mapping.json`

/** Adds `presets` to the command line. */
export function registerPresets(program: Command, { out }: Terminal, choose: (run: Run) => void): void {
  program
    .command('presets')
    .description('print the default subscriptions as JSON, the start of a mapping file')
    .addOption(destinationOption())
    .addHelpText('after', EXAMPLES)
    .action(({ destination }: DestinationOptions) => {
      choose(async () => {
        out(`${JSON.stringify(await readSubscriptions(serverDestination(destination), undefined), null, 2)}\n`)
        return EXIT.ok
      })
    })
}
