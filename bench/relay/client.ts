import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { purchase } from '../workload'

/** The number of events in one request. */
export const EVENTS_PER_REQUEST = 100

/** The number of concurrent requests. */
export const CONNECTIONS = 32

const AGENT = new Agent({ keepAlive: true })

/** Sends orders to a relay. A request that the relay refuses is repeated. A failed connection rejects the promise. */
export async function sendOrders(origin: string, from: number, count: number): Promise<void> {
  let next = from
  const end = from + count
  const connection = async (): Promise<void> => {
    while (next < end) {
      const first = next
      next = Math.min(end, next + EVENTS_PER_REQUEST)
      const batch = Array.from({ length: next - first }, (_, index) => purchase(first + index))
      const body = JSON.stringify({ batch })
      while ((await post(`${origin}/v1/batch`, body)) !== 200) await setTimeout(500)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
}

function post(url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Basic ${Buffer.from('shop-key:').toString('base64')}` }
    const outgoing = request(url, { method: 'POST', agent: AGENT, headers }, (incoming) => {
      incoming.resume()
      incoming.on('end', () => {
        resolve(incoming.statusCode ?? 0)
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Reads the sum of a metric over its labels. */
export async function readMetric({ origin }: { origin: string }, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
}
