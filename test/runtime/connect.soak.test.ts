import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ModifiedResponse, RequestClient } from '@segment/actions-core'
import { tiktokConversions } from '../../src'
import { connect } from '../../src/runtime'
import { purchase, SETTINGS } from '../support/conversions'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const EVENTS = 1_000_000
const CALL = 10_000
const MEGABYTE = 1024 * 1024

it('the heap stays flat over 1,000,000 events through one connection', async () => {
  const answer = { status: 200, content: '{"code":0,"message":"OK","request_id":"soak","data":{}}' } as ModifiedResponse
  const request = (() => Promise.resolve(answer)) as unknown as RequestClient
  const connection = connect(tiktokConversions, SETTINGS, { request })
  const heaps: number[] = []
  let delivered = 0
  for (let sent = 0; sent < EVENTS; sent += CALL) {
    const events = Array.from({ length: CALL }, (_, index) => purchase({ messageId: `soak-${sent + index}` }))
    for (const { outcomes } of await connection.send(events)) {
      if (outcomes[0]?.status === 'delivered') delivered += 1
    }
    if ((sent / CALL) % 10 !== 9) continue
    events.length = 0
    collectGarbage()
    heaps.push(process.memoryUsage().heapUsed)
  }
  expect(delivered).toBe(EVENTS)
  expect(heaps).toHaveLength(10)
  const [first = 0] = heaps
  // One call needs about 10 MB. To keep one byte per event would add 1 MB, and one result per event 200 MB.
  expect(Math.max(...heaps) - first).toBeLessThan(10 * MEGABYTE)
})
