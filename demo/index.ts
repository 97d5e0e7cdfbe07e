import { main } from './main'
import { tour } from './tour'

// `npm run demo | head` closes the pipe early. This is not a failure.
process.stdout.on('error', () => process.exit())

const { stdout } = process
const write = (text: string) => stdout.write(text)
const terminal = () => ({ COLUMNS: String(stdout.columns), ...(stdout.hasColors() && { FORCE_COLOR: '1' }) })

void (process.argv.includes('--all') ? main(write) : tour(write, stdout.isTTY ? terminal() : {})).then((code) => {
  process.exitCode = code
})
