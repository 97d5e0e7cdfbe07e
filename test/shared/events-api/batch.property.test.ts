import * as fc from 'fast-check'
import { type Sandbox, startSandbox } from '../../../src/sandbox'
import { onBatch, purchases, refuse } from '../../support/batch'

describe('bad events at random places, through actions-core and the sandbox', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  afterAll(() => sandbox.close())

  const badAmong = (most: number) =>
    fc.integer({ min: 1, max: 1000 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        bad: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: Math.min(most, count) })
      })
    )

  it.each([
    { naming: 'named', most: 20 },
    { naming: 'unnamed', most: 4 }
  ] as const)(
    'each good one is accepted once, each bad one has its own entry: %p',
    async ({ naming, most }) => {
      await fc.assert(
        fc.asyncProperty(badAmong(most), async ({ count, bad }) => {
          sandbox.reset()
          const badIds = new Set(bad.map((index) => `e${index}`))
          sandbox.fail(refuse(badIds, naming), Infinity)
          const events = purchases(count)

          const nodes = await onBatch(sandbox, events)

          const accepted = sandbox.accepted.map(({ data }) => data.event_id)
          const good = events.flatMap(({ messageId }) => (badIds.has(String(messageId)) ? [] : [messageId]))
          expect([...accepted].sort()).toStrictEqual([...good].sort())
          expect(sandbox.requests.length).toBeLessThanOrEqual(64)
          expect(nodes).toHaveLength(count)
          for (const [index, node] of nodes.entries()) {
            expect(node.sent).toMatchObject({ event_id: `e${index}` })
            expect(node.status).toBe(badIds.has(`e${index}`) ? 400 : 200)
            if (node.status === 400) expect(node.errormessage).toContain("TikTok's message: Invalid ")
          }
        }),
        { numRuns: 12 }
      )
    },
    60_000
  )
})
