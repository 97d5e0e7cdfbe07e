import * as fc from 'fast-check'
import { ACCEPTED, type Judge, MAX_REQUESTS, refusal, searchGroups } from '../../support/isolation'
import { runs } from '../../support/runs'

/** Which bad events a refusal names, by their positions among the events of its request. */
const NAMING = {
  none: () => [],
  first: (positions: readonly number[]) => positions.slice(0, 1),
  last: (positions: readonly number[]) => positions.slice(-1),
  all: (positions: readonly number[]) => positions
} satisfies Record<string, (positions: readonly number[]) => readonly number[]>

type Naming = keyof typeof NAMING

interface Scenario {
  readonly bad: ReadonlySet<number>
  readonly naming: Naming
  readonly base: 0 | 1
  /** Whether TikTok refuses this request although all its events are good. It never refuses a single good event. */
  readonly isFlaky: (request: number) => boolean
}

function judgeOf({ bad, naming, base, isFlaky }: Scenario): Judge<number> {
  return (items, request) => {
    const positions = items.flatMap((item, position) => (bad.has(item) ? [position] : []))
    const isRefused = positions.length > 0 || (items.length > 1 && isFlaky(request))
    if (!isRefused) return ACCEPTED
    const named = NAMING[naming](positions.length > 0 ? positions : [request % items.length])
    return refusal(named.map((position) => `data.${position + base}.event_id`).join('; ') || 'Invalid request.')
  }
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)

/** Random bad events among this number of events: scattered, in runs, or at regular distances; from one to all. */
const badAmong = (count: number): fc.Arbitrary<ReadonlySet<number>> => {
  const among = fc.nat(count - 1)
  return fc
    .oneof(
      fc.uniqueArray(among, { minLength: 1, maxLength: count }),
      fc.tuple(among, among).map(([from, length]) => numbers(from, length + 1)),
      fc
        .tuple(among, among)
        .map(([from, step]) => numbers(0, count).filter((item) => item % (step + 1) === from % (step + 1))),
      fc.constant(numbers(0, count))
    )
    .map((items) => new Set(items.filter((item) => item < count)))
    .filter((bad) => bad.size > 0)
}

const scenario = (count: number): fc.Arbitrary<Scenario> =>
  fc.record({
    bad: fc.oneof(badAmong(count), fc.constant(new Set<number>())),
    naming: fc.constantFrom(...(Object.keys(NAMING) as Naming[])),
    base: fc.constantFrom(0 as const, 1 as const),
    isFlaky: fc.oneof(
      fc.constant(() => false),
      fc.integer({ min: 2, max: 9 }).map((every) => (request: number) => request % every === 0)
    )
  })

test('rejects no healthy event, delivers no bad one, and gives up only after 64 requests', async () => {
  const cases = fc
    .array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 4 })
    .chain((sizes) => {
      const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0))
      const groups = sizes.map((size, index) => numbers(starts[index] ?? 0, size))
      return fc.record({ groups: fc.constant(groups), scenario: scenario(groups.flat().length) })
    })
  await fc.assert(
    fc.asyncProperty(cases, async ({ groups, scenario }) => {
      const judge = judgeOf(scenario)
      const { requests, settled } = await searchGroups(groups, judge)
      const { accepted = [], refused = [], unresolved = [] } = settled

      expect(requests.length).toBeLessThanOrEqual(MAX_REQUESTS)
      expect(requests.slice(0, groups.length)).toStrictEqual(groups)
      expect(accepted.filter((item) => scenario.bad.has(item))).toStrictEqual([])
      expect(refused.filter((item) => !scenario.bad.has(item))).toStrictEqual([])

      const answered = requests.map((items, index) => ({ items, answer: judge(items, index + 1) }))
      const delivered = answered.filter(({ answer }) => answer.verdict === 'accepted').flatMap(({ items }) => items)
      expect([...delivered].sort((a, b) => a - b)).toStrictEqual(accepted)
      const refusedAlone = answered.filter(({ items, answer }) => items.length === 1 && answer.verdict === 'refused')
      expect(refusedAlone.flatMap(({ items }) => items).sort((a, b) => a - b)).toStrictEqual(refused)
      if (unresolved.length > 0) expect(requests).toHaveLength(MAX_REQUESTS)
    }),
    { numRuns: runs(500) }
  )
})

describe('64 requests are enough', () => {
  const enough = async (most: number, naming: Naming, base: 0 | 1) => {
    const cases = fc.integer({ min: 1, max: 1000 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        bad: fc.oneof(
          fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: Math.min(most, count) }),
          // The last events, and the ends of equal parts, where halving needs the most requests.
          fc.constant(numbers(0, count).slice(-most)),
          fc.constant(numbers(0, Math.min(most, count)).map((part) => Math.floor((part * count) / most)))
        )
      })
    )
    await fc.assert(
      fc.asyncProperty(cases, async ({ count, bad }) => {
        const judge = judgeOf({ bad: new Set(bad), naming, base, isFlaky: () => false })
        const { settled } = await searchGroups([numbers(0, count)], judge)
        const { accepted = [], refused, ...others } = settled
        expect(others).toStrictEqual({})
        expect(refused).toStrictEqual([...new Set(bad)].sort((a, b) => a - b))
        expect(accepted).toHaveLength(count - new Set(bad).size)
      }),
      { numRuns: runs(500) }
    )
  }

  test.each(['first', 'last', 'all'] as const)('for 20 bad events that are named: %s', async (naming) => {
    await enough(20, naming, 0)
  })
  test('for 4 bad events among 1,000 that are not named', async () => {
    await enough(4, 'none', 0)
  })
  // Found by a search for the bad events that cost the most requests.
  test.each([{ bad: [152, 747, 816, 947] }, { bad: [97, 236, 601, 828] }])(
    'for the costly bad events $bad among 1,000 that are not named',
    async ({ bad }) => {
      const judge = judgeOf({ bad: new Set(bad), naming: 'none', base: 0, isFlaky: () => false })
      const { settled } = await searchGroups([numbers(0, 1000)], judge)
      expect(settled).toStrictEqual({ accepted: numbers(0, 1000).filter((item) => !bad.includes(item)), refused: bad })
    }
  )
  test('for 4 bad events among 1,000 that are named by positions that start at 1', async () => {
    await enough(4, 'first', 1)
  })
})

describe('when 64 requests are not enough', () => {
  const outcome = async (isBad: (item: number) => boolean, naming: Naming) => {
    const all = numbers(0, 1000)
    const judge = judgeOf({ bad: new Set(all.filter(isBad)), naming, base: 0, isFlaky: () => false })
    const { accepted = [], refused = [], unresolved = [] } = (await searchGroups([all], judge)).settled
    expect(accepted.length + refused.length + unresolved.length).toBe(1000)
    return { accepted: accepted.length, refused: refused.length }
  }

  // The exact numbers show how many events the search delivers. A change of the search must not deliver fewer.
  test.each<{ title: string; isBad: (item: number) => boolean; naming: Naming; wanted: object }>([
    { title: 'all are bad', isBad: () => true, naming: 'none', wanted: { accepted: 0, refused: 63 } },
    { title: 'all are bad', isBad: () => true, naming: 'first', wanted: { accepted: 0, refused: 63 } },
    { title: 'all are bad', isBad: () => true, naming: 'all', wanted: { accepted: 0, refused: 63 } },
    { title: 'most are bad', isBad: (item) => item % 5 !== 4, naming: 'none', wanted: { accepted: 9, refused: 36 } },
    { title: 'runs are bad', isBad: (item) => item % 125 <= 10, naming: 'none', wanted: { accepted: 816, refused: 2 } },
    {
      title: 'runs are bad',
      isBad: (item) => item % 125 <= 10,
      naming: 'first',
      wanted: { accepted: 307, refused: 26 }
    },
    { title: 'runs are bad', isBad: (item) => item % 125 <= 10, naming: 'all', wanted: { accepted: 911, refused: 33 } },
    {
      title: 'a long run is bad',
      isBad: (item) => item >= 700 || item < 20,
      naming: 'none',
      wanted: { accepted: 604, refused: 9 }
    },
    {
      title: 'every 40th is bad',
      isBad: (item) => item % 40 === 39,
      naming: 'none',
      wanted: { accepted: 461, refused: 0 }
    },
    {
      title: 'every 40th is bad',
      isBad: (item) => item % 40 === 39,
      naming: 'last',
      wanted: { accepted: 821, refused: 24 }
    },
    {
      title: 'every 10th is bad',
      isBad: (item) => item % 10 === 9,
      naming: 'none',
      wanted: { accepted: 105, refused: 0 }
    }
  ])('$title, named: $naming', async ({ isBad, naming, wanted }) => {
    expect(await outcome(isBad, naming)).toStrictEqual(wanted)
  })

  test.each([
    { percent: 1, unnamed: 934, named: 990 },
    { percent: 2, unnamed: 693, named: 980 },
    { percent: 5, unnamed: 318, named: 431 },
    { percent: 8.8, unnamed: 167, named: 236 },
    { percent: 20, unnamed: 74, named: 93 },
    { percent: 50, unnamed: 23, named: 25 },
    { percent: 90, unnamed: 5, named: 5 }
  ])('$percent % at random: $unnamed of 1,000 are delivered, $named if named', async ({ percent, ...wanted }) => {
    const count = percent * 10
    const bad = fc.noBias(fc.uniqueArray(fc.nat(999), { minLength: count, maxLength: count }))
    const badSets = fc.sample(bad, { seed: 1, numRuns: 50 }).map((items) => new Set(items))
    const mean = async (naming: Naming) => {
      let sum = 0
      for (const bad of badSets) sum += (await outcome((item) => bad.has(item), naming)).accepted
      return Math.round(sum / badSets.length)
    }
    expect({ unnamed: await mean('none'), named: await mean('first') }).toStrictEqual(wanted)
  })
})
