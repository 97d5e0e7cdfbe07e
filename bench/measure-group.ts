import { GROUPS } from './rows'
import { startServer } from './start-server'

/** Measures one group of rows and sends the rows to the parent process. */
async function measureGroup(name: string): Promise<void> {
  const server = await startServer()
  try {
    process.send?.(await GROUPS[name]?.(server))
  } finally {
    server.stop()
    process.disconnect()
  }
}

void measureGroup(process.argv[2] ?? '')
