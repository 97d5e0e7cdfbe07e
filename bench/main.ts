import { batch } from './rows/batch'
import { deliver } from './rows/deliver'
import { hash } from './rows/hash'
import { load } from './rows/load'
import { mapping } from './rows/mapping'
import { perform } from './rows/perform'
import { startServer } from './start-server'
import { table } from './table'

/** Measures everything and prints one table. */
export async function main(_arguments: readonly string[]): Promise<void> {
  const server = await startServer()
  try {
    const rows = [
      ...(await perform()),
      ...(await mapping()),
      ...(await deliver(server)),
      ...(await batch()),
      ...(await hash()),
      ...load()
    ]
    console.log(table(rows))
  } finally {
    server.stop()
  }
}
