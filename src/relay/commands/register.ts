import { type Command, InvalidArgumentError } from 'commander'
import { didYouMean } from '../../runtime/configuration-error'
import type { RelayOptions } from './run-relay'

const EXAMPLES = `
Examples:
  $ segment-tiktok relay --config relay.json
  $ segment-tiktok relay --config relay.json --port 8081
  $ segment-tiktok relay status --config relay.json
  $ segment-tiktok relay dead list --config relay.json`

/** Adds `relay` to the command line, and returns it for its subcommands. */
export function registerRelay(program: Command): Command {
  // The subcommands have options with the same names. Without this line, `relay` would parse their options.
  program.enablePositionalOptions()
  return program
    .command('relay')
    .description('receive Segment events over HTTP and deliver them to TikTok')
    .option('--config <file>', 'the configuration, a JSON file; must be given')
    .option('--port <number>', 'the port, instead of the one in the configuration', parsePort)
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments()
    .action(async ({ config, port }: Partial<RelayOptions>, command: Command) => {
      const [unknown] = command.args
      if (unknown !== undefined) {
        const hint = didYouMean(
          unknown,
          command.commands.map((one) => one.name())
        )
        command.error(`error: unknown command '${unknown}'.${hint}`)
      }
      if (config === undefined) command.error("error: required option '--config <file>' not specified")
      // The other commands start without the relay's libraries.
      const { runRelay } = await import('./run-relay')
      await runRelay({ config, ...(port !== undefined && { port }) })
    })
}

/** Parses a port number. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('It must be a number between 0 and 65535.')
}
