import type { RelayConfig } from '../config/read-config'

/** The status that a relay reports over HTTP. */
export interface RunningRelay {
  /** Undefined if its port is unknown. */
  readonly origin: string | undefined
  readonly isReachable: boolean
  /** Why it accepts no events; undefined if it accepts them or is not reachable. */
  readonly problem: string | undefined
  /** The status of each destination, by `SOURCE/DESTINATION`; undefined if the relay's metrics cannot be read. */
  readonly destinations: ReadonlyMap<string, DestinationGauges> | undefined
}

/** The status of one destination. */
export interface DestinationGauges {
  readonly depth: number
  /** Why it is paused; undefined if it is not. */
  readonly paused: string | undefined
}

/** The time limit for an answer of the relay, in milliseconds. */
const TIMEOUT = 3000

/** Asks the relay at the address in the configuration for its status. It never throws. */
export async function askRelay({
  host,
  port,
  adminPassword
}: Pick<RelayConfig, 'host' | 'port' | 'adminPassword'>): Promise<RunningRelay> {
  const nothing = { isReachable: false, problem: undefined, destinations: undefined }
  if (port === 0) return { ...nothing, origin: undefined }
  const origin = `http://${reachableHost(host)}:${port}`
  const ready = await get(`${origin}/readyz`)
  if (ready === undefined) return { ...nothing, origin }
  const problem = ready.status === 200 ? undefined : ready.text.trim()
  const metrics = await get(`${origin}/metrics`, adminPassword)
  const destinations = metrics?.status === 200 ? readGauges(metrics.text) : undefined
  return { origin, isReachable: true, problem, destinations }
}

async function get(url: string, password?: string): Promise<{ status: number; text: string } | undefined> {
  const credentials = Buffer.from(`admin:${password ?? ''}`).toString('base64')
  const headers: Record<string, string> = password === undefined ? {} : { Authorization: `Basic ${credentials}` }
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT) })
    return { status: response.status, text: await response.text() }
  } catch {
    return undefined
  }
}

/** Returns an address that accepts requests. `0.0.0.0` and `::` mean every address of this machine. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** Reads the gauges of the destinations from Prometheus text. */
function readGauges(text: string): Map<string, DestinationGauges> {
  const gauges = new Map<string, DestinationGauges>()
  for (const [, metric, labels = '', value] of text.matchAll(/^segment_tiktok_(depth|paused)\{(.*)\} (\S+)$/gm)) {
    const {
      source = '',
      destination = '',
      cause
    } = Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', label = '']) => [name, label]))
    const name = `${source}/${destination}`
    const known = gauges.get(name) ?? { depth: 0, paused: undefined }
    gauges.set(name, metric === 'depth' ? { ...known, depth: Number(value) } : { ...known, paused: cause })
  }
  return gauges
}
