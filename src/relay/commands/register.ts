import { type Command, InvalidArgumentError } from 'commander'
import type { RelayOptions } from './run-relay'

const EXAMPLES = `
Examples:
  $ segment-tiktok relay --config relay.json
  $ segment-tiktok relay --config relay.json --port 8081`

/** Adds `relay` to the command line. */
export function registerRelay(program: Command): void {
  program
    .command('relay')
    .description('take Segment events over HTTP and deliver them to TikTok')
    .requiredOption('--config <file>', 'the configuration, a JSON file')
    .option('--port <number>', 'the port, instead of the one in the configuration', parsePort)
    .addHelpText('after', EXAMPLES)
    .action(async (options: RelayOptions) => {
      // The other commands start without the relay's libraries.
      const { runRelay } = await import('./run-relay')
      await runRelay(options)
    })
}

function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('It must be a number between 0 and 65535.')
}
