import { IntegrationError } from '@segment/actions-core'
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { registerCheck } from './commands/check'
import { registerPresets } from './commands/presets'
import { registerSandbox } from './commands/sandbox'
import { CliError, EXIT } from './exit'
import { openTerminal, type Terminal } from './terminal'

/** A command's work; it resolves to the exit code. */
export type Run = () => Promise<number>

const EXAMPLES = `
Examples:
  $ segment-tiktok preview purchases.csv --event "Order Completed"
  $ segment-tiktok send purchases.csv --event "Order Completed" --settings .env
  $ segment-tiktok send purchases.csv --resume --settings .env

Settings come from the environment, or from a file for --settings:
  TIKTOK_ACCESS_TOKEN, TIKTOK_PIXEL_CODE, TIKTOK_CRM_EVENT_SET_ID, TIKTOK_EVENT_SET_ID,
  TIKTOK_DEFAULT_PHONE_COUNTRY, TIKTOK_CONTENT_ID_MODE`

/**
 * Runs the command line.
 * @param args what stands behind the program's name
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = openTerminal()
  let run: Run | undefined
  const program = createProgram(terminal, (chosen) => {
    run = chosen
  })
  try {
    if (args.length === 0) program.help({ error: true })
    await program.parseAsync(args, { from: 'user' })
    return run === undefined ? EXIT.ok : await run()
  } catch (error) {
    return report(error, terminal)
  }
}

function createProgram(terminal: Terminal, choose: (run: Run) => void): Command {
  const program = new Command('segment-tiktok')
    .description("Sends Segment events to TikTok's Events API, and shows beforehand what would be sent.")
    .version(version)
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .exitOverride()
  registerCheck(program, terminal, choose)
  registerPresets(program, terminal, choose)
  registerSandbox(program, terminal, choose)
  return program
}

function report(error: unknown, { note, noteColours }: Terminal): number {
  // Help that was asked for is no error; the rest of Commander's messages have been written by now.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  if (error instanceof CliError) {
    note(`${noteColours.red('error:')} ${error.message}\n`)
    return error.exitCode
  }
  if (error instanceof IntegrationError && error.code === 'InvalidConfiguration') {
    note(`${noteColours.red('error:')} ${error.message}\n`)
    return EXIT.usage
  }
  throw error
}
