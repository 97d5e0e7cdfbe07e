import * as fc from 'fast-check'
import type { Answer } from '../../../src/shared/events-api/read-answer'
import { BadEventSearch } from '../../../src/shared/events-api/isolate-bad-events'

const OK: Answer = { verdict: 'accepted', status: 200, code: 0, message: 'OK' }
const MAX_REQUESTS = 64

/** A world in memory: answers by a rule, counts requests, and remembers what became of each number. */
async function search(count: number, judge: (items: readonly number[]) => Answer) {
  const outcomes = new Map<number, Answer | undefined>()
  const delivered: number[] = []
  let requests = 1
  const all = Array.from({ length: count }, (_, index) => index)
  await new BadEventSearch<number>({
    send: (items) => {
      if (requests === MAX_REQUESTS) return Promise.resolve(undefined)
      requests += 1
      const answer = judge(items)
      if (answer.verdict === 'accepted') delivered.push(...items)
      return Promise.resolve(answer)
    },
    settle: (items, answer) => {
      for (const item of items) {
        if (outcomes.has(item)) throw new RangeError(`${item} was settled twice`)
        outcomes.set(item, answer)
      }
    }
  }).run(all, judge(all))
  return { outcomes, delivered: delivered.sort((a, b) => a - b), requests }
}

const refusal = (message: string): Answer => ({ verdict: 'refused', status: 200, code: 40002, message })
const judgeBy = (bad: ReadonlySet<number>, named: boolean) => (items: readonly number[]) => {
  const position = items.findIndex((item) => bad.has(item))
  if (position < 0) return OK
  return refusal(named ? `Invalid value for data.${position}.event_id: not a valid string.` : 'Invalid request.')
}

const badAmong = (most: number) =>
  fc.integer({ min: 1, max: 1000 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      bad: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: Math.min(most, count) })
    })
  )

describe('every good event is delivered once, and every bad one found', () => {
  it.each([
    { named: true, most: 20 },
    { named: false, most: 4 }
  ])('within 64 requests: %p', async ({ named, most }) => {
    await fc.assert(
      fc.asyncProperty(badAmong(most), async ({ count, bad }) => {
        const { outcomes, delivered, requests } = await search(count, judgeBy(new Set(bad), named))
        const good = Array.from({ length: count }, (_, index) => index).filter((index) => !bad.includes(index))
        expect(delivered).toStrictEqual(good)
        expect(outcomes.size).toBe(count)
        expect(
          [...outcomes]
            .filter(([, answer]) => answer?.verdict === 'refused')
            .map(([index]) => index)
            .sort()
        ).toStrictEqual([...bad].sort())
        expect(requests).toBeLessThanOrEqual(MAX_REQUESTS)
      }),
      { numRuns: 500 }
    )
  })

  it('when the bad ones lie together at the start, where the first probe hits them', async () => {
    const { delivered, requests } = await search(1000, judgeBy(new Set([0, 1, 2, 3]), false))
    expect(delivered).toHaveLength(996)
    expect(requests).toBeLessThanOrEqual(MAX_REQUESTS)
  })

  it('when 20 of 21 are bad and named', async () => {
    const bad = new Set(Array.from({ length: 20 }, (_, index) => index))
    expect((await search(21, judgeBy(bad, true))).delivered).toStrictEqual([20])
  })
})

describe('more bad events than 64 requests can find', () => {
  it.each([
    { named: true, bad: 200 },
    { named: false, bad: 60 }
  ])('nothing is lost, nothing is falsely a success: %p', async ({ named, bad }) => {
    // Every fifth or sixteenth event, so that probes and halves meet good ones too.
    const step = Math.floor(1000 / bad)
    const badOnes = new Set(Array.from({ length: bad }, (_, index) => index * step + 1))
    const { outcomes, delivered, requests } = await search(1000, judgeBy(badOnes, named))
    const by = (verdict: string | undefined) =>
      [...outcomes].filter(([, answer]) => answer?.verdict === verdict).map(([index]) => index)
    expect(requests).toBe(MAX_REQUESTS)
    expect(outcomes.size).toBe(1000)
    expect(by('accepted').sort((a, b) => a - b)).toStrictEqual(delivered)
    expect(by('refused').filter((index) => !badOnes.has(index))).toStrictEqual([])
    expect(by('refused').length).toBeGreaterThan(0)
    expect(by(undefined).length + by('accepted').length + by('refused').length).toBe(1000)
  })
})

describe('a whole batch that is bad for one reason', () => {
  const all = new Set(Array.from({ length: 1000 }, (_, index) => index))
  it.each([
    { named: false, most: 9 },
    { named: true, most: 22 }
  ])('is refused after a few requests: %p', async ({ named, most }) => {
    const { outcomes, requests } = await search(1000, judgeBy(all, named))
    expect([...outcomes.values()].map((answer) => answer?.verdict)).toStrictEqual(Array(1000).fill('refused'))
    expect(requests).toBeLessThanOrEqual(most)
  })

  it('is refused at once when the message names a field of the request', async () => {
    const { outcomes, requests } = await search(5, () => refusal('Invalid value for event_source_id: unknown.'))
    expect([...outcomes.values()]).toStrictEqual(Array(5).fill(refusal('Invalid value for event_source_id: unknown.')))
    expect(requests).toBe(1)
  })

  it('is not refused when the reasons differ', async () => {
    const { outcomes } = await search(1000, (items) => refusal(`Invalid request ${items[0]}.`))
    expect([...outcomes.values()].filter((answer) => answer === undefined).length).toBeGreaterThan(900)
  })
})

describe('a refusal for the size of the request', () => {
  const tooLarge: Answer = { verdict: 'refused', status: 413 }

  it('delivers the parts that are small enough, and blames no event', async () => {
    const { delivered } = await search(1000, (items) => (items.length > 300 ? tooLarge : OK))
    expect(delivered).toHaveLength(1000)
  })

  it('refuses an event that is too large alone', async () => {
    const { outcomes } = await search(10, (items) => (items.includes(3) ? tooLarge : OK))
    expect([...outcomes].filter(([, answer]) => answer?.verdict !== 'accepted')).toStrictEqual([[3, tooLarge]])
  })
})

it('takes no event out for a position that the request does not have', async () => {
  const judge = (items: readonly number[]) =>
    items.includes(2) ? refusal('Invalid value for data.99.event: blank.') : OK
  const { outcomes, delivered } = await search(10, judge)
  expect(delivered).toHaveLength(9)
  expect(outcomes.get(2)?.verdict).toBe('refused')
})
