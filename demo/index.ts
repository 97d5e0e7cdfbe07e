import { main } from './main'

// `npm run demo | head` closes the pipe early, which is no failure.
process.stdout.on('error', () => process.exit())

void main((text) => process.stdout.write(text)).then((code) => {
  process.exitCode = code
})
