import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A running server that counts what it receives. */
export interface Server {
  readonly origin: string
  /** Returns the number of requests and events since the last call. */
  count(): Promise<{ requests: number; events: number }>
  /** Sets the time until the server answers a request, in milliseconds. */
  setLatency(latency: number): void
  stop(): void
}

/** Starts the server that our destination and the official one send to. */
export async function startServer(): Promise<Server> {
  const child = fork(join(__dirname, 'server.mjs'), { execArgv: [] })
  const [port] = (await once(child, 'message')) as [number]
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    count: async () => (await (await fetch(`${origin}/count`)).json()) as { requests: number; events: number },
    setLatency: (latency) => {
      child.send({ latency })
    },
    stop: () => {
      child.disconnect()
    }
  }
}
