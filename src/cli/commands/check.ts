import { APIError, createRequestClient, InvalidAuthenticationError } from '@segment/actions-core'
import type { Command } from 'commander'
import { CliError, EXIT } from '../exit'
import { addTargetOptions, type TargetOptions } from '../options'
import { openTarget } from '../target'
import type { Terminal } from '../terminal'

const EXAMPLES = `
Examples:
  $ segment-tiktok check --settings .env
  $ segment-tiktok check --destination offline --settings .env`

/** Adds `check` to the command line. */
export function registerCheck(program: Command, terminal: Terminal): void {
  addTargetOptions(
    program
      .command('check')
      .description('send one test event to check that TikTok accepts the token and the pixel or event set')
  )
    .addHelpText('after', EXAMPLES)
    .action(async (options: TargetOptions) => {
      process.exitCode = await check(options, terminal)
    })
}

async function check(options: TargetOptions, terminal: Terminal): Promise<number> {
  const { destination, settings, close } = await openTarget(options, terminal)
  try {
    // `connect` throws an error if a setting is invalid.
    destination.connect(settings, {})
    await destination.check(createRequestClient(), settings)
  } catch (error) {
    throw toCliError(error)
  } finally {
    await close()
  }
  const source = settings['pixelCode'] ?? settings['eventSetID'] ?? ''
  terminal.out(`${terminal.colours.green('✓')} TikTok accepts the token for ${source}.\n`)
  return EXIT.ok
}

function toCliError(error: unknown): unknown {
  const isRefusal = error instanceof InvalidAuthenticationError || error instanceof APIError
  if (isRefusal) return new CliError(error.message, EXIT.denied)
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
  return status === 429 || status >= 500 ? new CliError((error as Error).message, EXIT.stopped) : error
}
