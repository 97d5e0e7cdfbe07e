import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { useSandbox } from '../../support/use-sandbox'
import { SANDBOX_ENV, start } from '../binary'
import { useFolder } from '../temp-folder'

const folder = useFolder()
// The sandbox stores few events, because this test does not measure its memory.
const running = useSandbox({ maxBytes: 10_000_000 })

/** Writes purchases to a file, a thousand at a time. */
function writePurchases(events: number): string {
  const file = join(folder.path, `${events}.ndjson`)
  const output = openSync(file, 'w')
  for (let first = 0; first < events; first += 1000) {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      JSON.stringify({
        type: 'track',
        event: 'Order Completed',
        messageId: `event-${first + index}`,
        timestamp: '2026-11-19T12:00:00Z',
        context: { traits: { email: `person.${first + index}@example.com` } },
        properties: { value: 12.5, currency: 'EUR', order_id: `order-${first + index}` }
      })
    )
    writeSync(output, `${lines.join('\n')}\n`)
  }
  closeSync(output)
  return file
}

/** Sends a file and returns the peak of the process's resident memory, in kilobytes, as Linux counts it. */
async function peakOf(events: number): Promise<number> {
  const file = writePurchases(events)
  const { child, result } = start(['send', file, '--yes', '--api', running.sandbox.origin], { env: SANDBOX_ENV })
  let peak = 0
  const poll = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    } catch {
      // The process has ended.
    }
  }, 20)
  const { code, stderr, stdout } = await result
  clearInterval(poll)
  expect({ code, output: `${stdout}${stderr}` }).toStrictEqual({ code: 0, output: expect.any(String) as unknown })
  return peak
}

it('1,000,000 events take at most 1.3 times the memory of 100,000', async () => {
  const peak = { few: await peakOf(100_000), many: await peakOf(1_000_000) }
  process.stdout.write(`peak: ${peak.few} kB for 100,000 events, ${peak.many} kB for 1,000,000\n`)
  expect(peak.few).toBeGreaterThan(0)
  expect(peak.many / peak.few).toBeLessThanOrEqual(1.3)
})
