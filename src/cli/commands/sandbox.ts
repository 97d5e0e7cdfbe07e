import { once } from 'node:events'
import type { Command } from 'commander'
import { CliError, systemCode } from '../exit'
import { wholeNumber } from '../options'
import type { Terminal } from '../terminal'

interface Options {
  readonly port: number
}

const EXAMPLES = `
Examples:
  $ segment-tiktok sandbox
  $ segment-tiktok send purchases.csv --api http://127.0.0.1:8787 --settings sandbox.env`

/** Adds `sandbox` to the command line. */
export function registerSandbox(program: Command, terminal: Terminal): void {
  program
    .command('sandbox')
    .description("run a stand-in for TikTok's Events API on this machine")
    .option('--port <number>', 'the port; 0 for any free one', wholeNumber(0), 8787)
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => runSandbox(options, terminal))
}

async function runSandbox({ port }: Options, { out, colours }: Terminal): Promise<void> {
  const { startSandbox, EVENT_TRACK_PATH } = await import('../../sandbox')
  const sandbox = await startSandbox({ port }).catch((error: unknown) => {
    if (systemCode(error) === 'EADDRINUSE') throw new CliError(`Port ${port} is taken. Choose another with --port.`)
    throw error
  })
  out(
    [
      `${colours.bold('The sandbox takes events at')} ${sandbox.origin}`,
      '',
      'Settings:',
      '  TIKTOK_ACCESS_TOKEN=sandbox-token',
      '  TIKTOK_PIXEL_CODE=SANDBOX_PIXEL',
      '  TIKTOK_CRM_EVENT_SET_ID=SANDBOX_CRM',
      '  TIKTOK_EVENT_SET_ID=SANDBOX_OFFLINE',
      '',
      'Try it:',
      `  ${curl(`${sandbox.origin}${EVENT_TRACK_PATH}`)}`,
      '',
      'Ctrl-C stops it.',
      ''
    ].join('\n')
  )
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await sandbox.close()
}

function curl(url: string): string {
  const data = [{ event: 'Contact', event_time: Math.floor(Date.now() / 1000), event_id: 'try-1', user: {} }]
  const body = JSON.stringify({ event_source: 'web', event_source_id: 'SANDBOX_PIXEL', data })
  return `curl ${url} -H 'Access-Token: sandbox-token' -H 'Content-Type: application/json' -d '${body}'`
}
