import { main } from './main'
import { tour } from './tour'

// `npm run demo | head` closes the pipe early. This is not a failure.
process.stdout.on('error', () => process.exit())

const show = process.argv.includes('--all') ? main : tour

void show((text) => process.stdout.write(text)).then((code) => {
  process.exitCode = code
})
