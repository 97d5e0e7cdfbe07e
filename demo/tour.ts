import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { examplesOf } from '../examples'

const ROOT = join(__dirname, '..')

const TRY_NEXT = `
Try next:
  npx segment-tiktok preview examples/cli/purchases.csv --summary \\
    --event "Order Completed"
  npx segment-tiktok sandbox
  npm run demo -- --all   # every example, and a batch with bad events in it
  npm run demo:browser    # a shop page that shows each call to TikTok's script
`

/**
 * Shows the command line with the examples: it previews two events and sends two files to an embedded sandbox.
 * @param write called with the output
 * @param env environment variables for the commands: `COLUMNS` and `FORCE_COLOR` describe the terminal of the output
 * @returns the exit code: 0 if each command had the expected exit code
 */
export async function tour(write: (text: string) => void, env: Readonly<Record<string, string>> = {}): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'segment-tiktok-demo-'))
  try {
    const events = examplesOf('tiktok-conversions').map(({ event }) => JSON.stringify(event))
    await writeFile(join(folder, 'events.ndjson'), `${events.join('\n')}\n`)
    await copyFile(join(ROOT, 'examples/cli/events.ndjson'), join(folder, 'orders.ndjson'))
    await copyFile(join(ROOT, 'examples/cli/purchases.csv'), join(folder, 'purchases.csv'))
    // The exit codes: 1 if events are rejected, 2 if no subscription matches any event.
    const steps = [
      { command: 'preview orders.ndjson --event-id order-1001', code: 0 },
      { command: 'preview orders.ndjson --event-id order-1002', code: 2 },
      { command: 'send events.ndjson --sandbox', code: 1 },
      { command: 'send purchases.csv --event "Order Completed" --sandbox', code: 1 }
    ]
    for (const { command, code } of steps) {
      write(`$ npx segment-tiktok ${command}\n`)
      const result = await run(command, { cwd: folder, env: { ...process.env, ...env } })
      write(`${result.output}\n`)
      if (result.code !== code) return 1
    }
    write(TRY_NEXT.trimStart())
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(
  command: string,
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }
): Promise<{ readonly code: number; readonly output: string }> {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? 1, output: `${stdout.trimEnd()}\n${stderr}` })
    })
  })
}
