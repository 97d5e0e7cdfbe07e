import { main } from './main'

void main((text) => process.stdout.write(text)).then((code) => {
  process.exitCode = code
})
