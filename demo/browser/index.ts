import { parseArgs } from 'node:util'
import { serveShop } from './serve'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })

serveShop(Number(values.port)).then(
  ({ origin, sandbox }) => {
    process.stdout.write(
      `A small shop with TikTok Pixel: ${origin}/\n` +
        "View a product, add it to the cart, check out and order. The panel shows each call to TikTok's script.\n" +
        `The sandbox shows what TikTok gets from browser and server: ${sandbox.origin}/\n` +
        'Nothing leaves this machine. Ctrl-C stops it.\n'
    )
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
)
