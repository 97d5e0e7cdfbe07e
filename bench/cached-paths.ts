// Measures how much time actions-core would save if it cached split paths. Run it with: npm run bench:paths
import type { JSONObject } from '@segment/actions-core'
import { transformBatch } from '@segment/actions-core/mapping-kit'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import conversions from '../src/destinations/tiktok-conversions'
import { compare } from './measure'
import { purchases } from './workload'

type Get = (value: unknown, path: string | string[]) => unknown

const load = createRequire(__filename)
const core = dirname(load.resolve('@segment/actions-core'))
const getModule = load(join(core, 'get.js')) as { get: Get }
const { get } = getModule

/** The separators of a path, as actions-core splits it: `a.b`, `a[0]`, `a['b c']`. */
const SEPARATORS = /\[(?="|'|\d)|\.|(?<="|'|\d)]+/g

/** Like `get`, but splits each path only once. */
function cachingGet(): Get {
  const paths = new Map<string, string[]>()
  return (value, path) => {
    if (typeof path !== 'string' || path === '' || path === '.') return get(value, path)
    let keys = paths.get(path)
    if (keys === undefined) {
      keys = path.split(SEPARATORS).flatMap((key) => (key === '' ? [] : [key.replace(/'|"/g, '')]))
      paths.set(path, keys)
    }
    return get(value, keys)
  }
}

async function main(): Promise<void> {
  const events = purchases(200, { phone: 'E.164' }, 0) as unknown as JSONObject[]
  const mapping = conversions.presets?.find(({ name }) => name === 'Complete Payment')?.mapping as JSONObject
  const work = (variant: Get) => () => {
    getModule.get = variant
    return transformBatch(mapping, events)
  }
  const [plain, cached] = [work(get), work(cachingGet())]
  if (JSON.stringify(plain()) !== JSON.stringify(cached())) throw new Error('The payloads differ.')
  const { ours, other, ratio } = await compare(cached, plain, { operations: events.length })
  const microseconds = (nanoseconds: number) => `${(nanoseconds / 1000).toFixed(1)} µs`
  process.stdout.write(
    `transformBatch, one event: ${microseconds(other.median)} now, ${microseconds(ours.median)} with cached paths, ` +
      `a ratio of ${ratio.median.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})\n`
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
