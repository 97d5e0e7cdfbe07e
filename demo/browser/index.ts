import { parseArgs } from 'node:util'
import { serveShop } from './serve'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })

serveShop(Number(values.port)).then(
  ({ origin }) => {
    process.stdout.write(
      `A small shop with TikTok Pixel: ${origin}/\n` +
        'Look at a product, put it into the cart, check out and order: the panel shows what the Pixel is told.\n' +
        'Nothing leaves this machine. Ctrl+C ends it.\n'
    )
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
)
