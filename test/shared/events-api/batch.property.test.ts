import * as fc from 'fast-check'
import { type Sandbox, startSandbox } from '../../../src/sandbox'
import { onBatch, purchases, refuse } from '../../support/batch'
import { runs } from '../../support/runs'

describe('bad events at random positions, through actions-core and the sandbox', () => {
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
    'delivers each healthy event once and gives each bad one its own entry, with few bad events: %p',
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
        { numRuns: runs(12) }
      )
    },
    60_000
  )

  it('gives each payload one correct entry, for any number of bad events in several groups', async () => {
    const cases = fc.integer({ min: 1, max: 200 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        groups: fc.integer({ min: 1, max: 3 }),
        bad: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count }),
        naming: fc.constantFrom('named' as const, 'unnamed' as const),
        base: fc.constantFrom(0, 1)
      })
    )
    await fc.assert(
      fc.asyncProperty(cases, async ({ count, groups, bad, naming, base }) => {
        sandbox.reset()
        const badIds = new Set(bad.map((index) => `e${index}`))
        sandbox.fail(refuse(badIds, naming, base), Infinity)
        const nodes = await onBatch(
          sandbox,
          purchases(count, (index) => ({ test_code: `T${index % groups}` }))
        )

        const accepted = new Set(sandbox.accepted.map(({ data }) => data.event_id))
        expect(accepted.size).toBe(sandbox.accepted.length)
        expect(sandbox.requests.length).toBeLessThanOrEqual(64)
        expect(nodes).toHaveLength(count)
        for (const [index, node] of nodes.entries()) {
          const id = `e${index}`
          expect(node.sent).toMatchObject({ event_id: id })
          expect(node.status === 200).toBe(accepted.has(id))
          if (node.status !== 200) expect([400, 503]).toContain(node.status)
          if (node.status === 400) expect(badIds.has(id)).toBe(true)
          if (node.status === 503) expect(sandbox.requests).toHaveLength(64)
        }
      }),
      { numRuns: runs(30) }
    )
  })
})
