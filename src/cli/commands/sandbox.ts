import { once } from 'node:events'
import type { Command } from 'commander'
import { CliError, systemCode } from '../exit'
import { wholeNumber } from '../options'
import type { Terminal } from '../terminal'
import { wrap } from '../text'

interface Options {
  readonly port: number
  readonly token?: readonly string[]
  readonly source?: readonly string[]
  readonly host?: string
  readonly allowHost?: readonly string[]
}

const EXAMPLES = `
Examples:
  $ segment-tiktok sandbox
  $ segment-tiktok sandbox --port 9000 --token my-token --source MY_PIXEL
  $ segment-tiktok sandbox --host 0.0.0.0 --token own --allow-host sandbox.test`

/** Adds `sandbox` to the command line. */
export function registerSandbox(program: Command, terminal: Terminal): void {
  program
    .command('sandbox')
    .description("run a stand-in for TikTok's Events API on this machine, with a page that shows what arrives")
    .option('--port <number>', 'the port; 0 for any free one', wholeNumber(0, 65_535), 8787)
    .option('--token <token>', 'a token that the sandbox accepts, not a real one; can be repeated', collect)
    .option('--source <id>', 'a pixel or event set that the tokens may use; can be repeated', collect)
    .option('--host <address>', 'the address to listen on; if other machines can reach it, --token is required')
    .option('--allow-host <name>', 'another host name that the sandbox answers for; can be repeated', collect)
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => runSandbox(options, terminal))
}

async function runSandbox({ port, token, source, host, allowHost }: Options, { out, width }: Terminal): Promise<void> {
  const { DEFAULT_TOKENS, startSandbox, startupLines } = await import('../../sandbox')
  const sources = source ?? Object.values(DEFAULT_TOKENS).flat()
  const tokens = Object.fromEntries((token ?? Object.keys(DEFAULT_TOKENS)).map((one) => [one, sources]))
  const sandbox = await startSandbox({
    port,
    tokens,
    ...(host !== undefined && { host }),
    ...(allowHost !== undefined && { allowHosts: allowHost })
  }).catch((error: unknown) => {
    const code = systemCode(error)
    if (code === 'EADDRINUSE') throw new CliError(`Port ${port} is in use. Choose another with --port.`)
    if (code?.startsWith('E') !== true) throw error
    throw new CliError(`Port ${port} of ${host ?? '127.0.0.1'} cannot be used (${code}).`)
  })
  const end = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  const lines = startupLines(sandbox.origin, tokens)
  const command = lines.pop() ?? ''
  out(`${[...lines.flatMap((line) => wrap(line, width)), command].join('\n')}\n\nCtrl-C stops it.\n`)
  await end
  await sandbox.close()
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
