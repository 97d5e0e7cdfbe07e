import { Command } from 'commander'
import { registerRelay } from '../../../src/relay'

const program = new Command('segment-tiktok')
registerRelay(program)
program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
})
