import { IntegrationError } from '@segment/actions-core'
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { registerRelay } from '../relay'
import { registerCheck } from './commands/check'
import { registerPreview } from './commands/preview'
import { registerPresets } from './commands/presets'
import { registerRelayOperations } from './commands/relay-operations'
import { registerSandbox } from './commands/sandbox'
import { registerSend } from './commands/send'
import { CliError, EXIT, type ExitCode } from './exit'
import { openTerminal, type Terminal } from './terminal'
import { wrap } from './text'

const EXAMPLES = `
Examples:
  $ segment-tiktok preview purchases.csv --event "Order Completed"
  $ segment-tiktok send purchases.csv --event "Order Completed" --settings .env
  $ segment-tiktok send events.ndjson --settings .env --resume

Settings come from the environment or from the file passed to --settings:
  TIKTOK_ACCESS_TOKEN, TIKTOK_PIXEL_CODE, TIKTOK_CRM_EVENT_SET_ID,
  TIKTOK_EVENT_SET_ID, TIKTOK_DEFAULT_PHONE_COUNTRY, TIKTOK_CONTENT_ID_MODE`

/**
 * Runs the command line and sets the exit code of the process.
 * @param args the arguments after the program's name
 */
export async function main(args: readonly string[]): Promise<void> {
  const terminal = openTerminal()
  const program = createProgram(terminal)
  try {
    if (args.length === 0) program.help({ error: true })
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = report(error, terminal)
  }
}

/** The command line, with all its commands. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('segment-tiktok')
    .description("Sends Segment events to TikTok's Events API and previews what would be sent.")
    .version(version)
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .configureOutput({
      outputError: (text) => {
        terminal.note(formatError(text, terminal))
      }
    })
    .exitOverride()
  registerPreview(program, terminal)
  registerSend(program, terminal)
  registerCheck(program, terminal)
  registerPresets(program, terminal)
  registerSandbox(program, terminal)
  registerRelayOperations(registerRelay(program), terminal)
  return program
}

function report(error: unknown, terminal: Terminal): ExitCode {
  // Help that the user asked for is not an error. Commander has already printed its own messages.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  if (!(error instanceof CliError) && !(error instanceof IntegrationError)) throw error
  terminal.note(formatError(`error: ${error.message}\n`, terminal))
  return error instanceof CliError ? error.exitCode : EXIT.usage
}

function formatError(message: string, { noteColours, noteWidth }: Terminal): string {
  // Only the first line is wrapped, because other lines can be commands to copy.
  const [first = '', ...others] = message.split('\n')
  return [...wrap(first, noteWidth), ...others].join('\n').replace('error:', noteColours.red('error:'))
}
