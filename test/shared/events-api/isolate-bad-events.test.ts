import type { Answer } from '../../../src/shared/events-api/read-answer'
import { ACCEPTED, type Judge, NO_REQUEST_LEFT, refusal, searchGroups } from '../../support/isolation'

/** Answers by the letters of a request, each of which stands for an event, and by the number of the request. */
type Rule = (letters: string, request: number) => Answer

/** Searches groups of letters. The outcome is written as words, with the letters of each verdict in order. */
async function search(groups: string | readonly string[], rule: Rule): Promise<Record<string, string | string[]>> {
  const judge: Judge<string> = (letters, request) => rule(letters.join(''), request)
  const words = [groups].flat().map(lettersOf)
  const { requests, settled } = await searchGroups(words, judge)
  const verdicts = Object.entries(settled).map(([verdict, letters]) => [verdict, letters.join('')] as const)
  return { requests: requests.map((letters) => letters.join('')), ...Object.fromEntries(verdicts) }
}

const lettersOf = (word: string) => Array.from(word)

const holds = (letters: string, bad: string) => lettersOf(letters).some((letter) => bad.includes(letter))

const refuse =
  (bad: string): Rule =>
  (letters) =>
    holds(letters, bad) ? refusal() : ACCEPTED

/** Names the first bad letter of a request by its position, or all of them. */
const refuseByName =
  (bad: string, { base = 0, all = false } = {}): Rule =>
  (letters) => {
    const positions = lettersOf(letters).flatMap((letter, position) => (bad.includes(letter) ? [position + base] : []))
    if (positions.length === 0) return ACCEPTED
    return refusal((all ? positions : positions.slice(0, 1)).map((position) => `data.${position}.event_id`).join('; '))
  }

describe('a bad event that is not named', () => {
  test('is found by splitting at a third, without requests whose answer is known', async () => {
    expect(await search('abcdefghi', refuse('e'))).toStrictEqual({
      // bcd is healthy, so efghi must be bad, and is not sent.
      requests: ['abcdefghi', 'a', 'bcd', 'ef', 'ghi', 'e', 'f'],
      accepted: 'abcdfghi',
      refused: 'e'
    })
  })

  test('is sent alone before it is rejected, even if all others are healthy', async () => {
    expect(await search('ab', refuse('b'))).toStrictEqual({ requests: ['ab', 'a', 'b'], accepted: 'a', refused: 'b' })
  })

  test('does not have to exist: events that TikTok accepts alone are delivered', async () => {
    expect(await search('abcde', (letters) => (letters.length > 1 ? refusal() : ACCEPTED))).toStrictEqual({
      requests: ['abcde', 'a', 'bc', 'de', 'd', 'b', 'c', 'e'],
      accepted: 'abcde'
    })
  })

  test('in a request that was refused for no lasting reason', async () => {
    const rule: Rule = (_, request) => (request === 1 ? refusal() : ACCEPTED)
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'a', 'bcd', 'ef', 'g', 'h'],
      accepted: 'abcdefgh'
    })
  })
})

describe('samples', () => {
  test('come from all over the request, until more were accepted than refused', async () => {
    expect(await search('abcdefghijkl', refuse('acdfhijkl'))).toStrictEqual({
      requests: ['abcdefghijkl', ...lettersOf('ahdkfbjelgci')],
      accepted: 'beg',
      refused: 'acdfhijkl'
    })
  })

  test('are followed by the rest, which may be healthy when a sample was refused', async () => {
    expect(await search('abcdefghi', refuse('a'))).toStrictEqual({
      requests: ['abcdefghi', 'a', 'f', 'c', 'bdeghi'],
      accepted: 'bcdefghi',
      refused: 'a'
    })
  })
})

describe('which group is split next', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz'

  test('the smallest one that is not smaller than the largest accepted one, otherwise the largest one', async () => {
    expect(await search(alphabet, refuse('djpv'))).toStrictEqual({
      requests: [
        alphabet,
        'a',
        // Both refused. Nothing but a sample was accepted: the larger one first.
        ...['bcdefghij', 'klmnopqrstuvwxyz'],
        ...['klmnop', 'qrstuvwxyz'],
        // The smallest of the three. From now on two letters are a size that is accepted.
        ...['kl', 'mn', 'o'],
        ...['bcd', 'efghij'],
        ...['b', 'c'],
        ...['ef', 'gh', 'i'],
        ...['qrst', 'uv', 'wxyz'],
        ...['u', 'v', 'j', 'd', 'p']
      ],
      accepted: 'abcefghiklmnoqrstuwxyz',
      refused: 'djpv'
    })
  })

  test('a long run of bad events does not keep the search from the healthy ones behind it', async () => {
    const { requests, ...outcomes } = await search(alphabet, refuse('abcdefgh'))
    expect(outcomes).toStrictEqual({ accepted: 'ijklmnopqrstuvwxyz', refused: 'abcdefgh' })
    expect(requests).toStrictEqual([
      alphabet,
      ...lettersOf('aqgwm'),
      'bcdefhijklnoprstuvxyz',
      ...['bcdefhi', 'jklnoprstuvxyz'],
      ...['bcd', 'efhi'],
      ...['ef', 'hi'],
      ...['b', 'cd', 'c', 'd', 'h', 'i', 'e', 'f']
    ])
  })
})

describe('a bad event that a refusal names', () => {
  test('is sent alone before it is rejected', async () => {
    expect(await search('abcdefghi', refuseByName('e'))).toStrictEqual({
      requests: ['abcdefghi', 'e', 'f', 'abcdghi'],
      accepted: 'abcdfghi',
      refused: 'e'
    })
  })

  test('splits its group: first comes the shorter side', async () => {
    expect(await search('abcdefghi', refuseByName('eh'))).toStrictEqual({
      requests: ['abcdefghi', 'e', 'f', 'abcdghi', 'h', 'i', 'abcdg'],
      accepted: 'abcdfgi',
      refused: 'eh'
    })
  })

  test('one of several: those that are not named come before the others that are', async () => {
    expect(await search('abcdefghi', refuseByName('cfh', { all: true }))).toStrictEqual({
      requests: ['abcdefghi', 'c', 'g', 'abdeifh', 'f', 'abdei', 'h'],
      accepted: 'abdegi',
      refused: 'cfh'
    })
  })

  test('is delivered if TikTok accepts it alone, and names are ignored from then on', async () => {
    expect(await search('abcdefghi', refuseByName('e', { base: 1 }))).toStrictEqual({
      requests: ['abcdefghi', 'f', 'e', 'b', 'i', 'acdgh'],
      accepted: 'abcdfghi',
      refused: 'e'
    })
  })

  test('that TikTok takes alone after another was refused alone ends the trust in names as well', async () => {
    const rule: Rule = (letters) => {
      if (letters.includes('a')) return refusal('data.0.event_id')
      return letters.length > 6 ? refusal('data.2.event_id; data.4.event_id; data.5.event_id') : ACCEPTED
    }
    expect(await search('abcdefghi', rule)).toStrictEqual({
      // After a and the sample f, TikTok names d, g and h.
      requests: ['abcdefghi', 'a', 'f', 'bcdeghi', 'd', 'bc', 'ei', 'g', 'h'],
      accepted: 'bcdefghi',
      refused: 'a'
    })
  })

  test('in the middle splits its group at its own position, not at one that is named after it', async () => {
    const rule: Rule = (letters) => {
      if (letters === 'bcdeghi') return refusal('data.1.event_id; data.4.event_id')
      return holds(letters, 'acg') ? refusal('data.0.event_id') : ACCEPTED
    }
    expect((await search('abcdefghi', rule))['requests']).toStrictEqual([
      ...['abcdefghi', 'a', 'f', 'bcdeghi'],
      ...['c', 'b', 'dehi', 'g']
    ])
  })

  test('that gets no decision leaves names trusted in the other groups of the batch', async () => {
    const rule: Rule = (letters, request) =>
      request === 3 ? { verdict: 'busy', status: 429 } : refuseByName('bg')(letters, request)
    expect(await search(['abcd', 'efgh'], rule)).toStrictEqual({
      requests: ['abcd', 'efgh', 'b', 'g', 'f', 'eh'],
      accepted: 'efh',
      refused: 'g',
      busy: 'abcd'
    })
  })

  test('that TikTok takes alone leaves the others that were named with it to one request', async () => {
    const rule: Rule = (letters) => {
      if (letters.includes('a')) return refusal('data.0.event_id')
      return letters.includes('b')
        ? refusal('data.0.event_id; data.3.event_id; data.4.event_id; data.5.event_id')
        : ACCEPTED
    }
    expect(await search('abcdefghi', rule)).toStrictEqual({
      requests: ['abcdefghi', 'a', 'f', 'bcdeghi', 'b', 'cdi', 'e', 'gh'],
      accepted: 'cdefghi',
      refused: 'ab'
    })
  })

  test('by a position that the request does not have is searched like one that is not named', async () => {
    const { requests: named } = await search('abcdefghi', refuseByName('i', { base: 1 }))
    const { requests: unnamed } = await search('abcdefghi', refuse('i'))
    expect(named).toStrictEqual(unnamed)
  })

  test('is not sent alone once names proved wrong in another group of the batch', async () => {
    expect(await search(['abcd', 'efgh'], refuseByName('bg', { base: 1 }))).toStrictEqual({
      requests: ['abcd', 'efgh', 'c', 'b', 'a', 'd', 'e', 'f', 'g', 'h'],
      accepted: 'acdefh',
      refused: 'bg'
    })
    expect(await search(['abcd', 'efgh'], refuseByName('bg'))).toStrictEqual({
      requests: ['abcd', 'efgh', 'b', 'c', 'ad', 'g', 'f', 'eh'],
      accepted: 'acdefh',
      refused: 'bg'
    })
  })
})

describe('a request that is too large', () => {
  const tooLarge: Answer = { verdict: 'refused', status: 413 }

  test('is halved until it is small enough, and nothing is taken for bad', async () => {
    expect(await search('abcdefgh', (letters) => (letters.length > 2 ? tooLarge : ACCEPTED))).toStrictEqual({
      requests: ['abcdefgh', 'abcd', 'ab', 'cd', 'efgh', 'ef', 'gh'],
      accepted: 'abcdefgh'
    })
  })

  test('may hold bad events', async () => {
    const rule: Rule = (letters) => (letters.length > 4 ? tooLarge : refuse('c')(letters, 1))
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'abcd', 'efgh', 'b', 'a', 'c', 'd'],
      accepted: 'abdefgh',
      refused: 'c'
    })
  })

  test('may have a bad half and one that TikTok refuses only as a whole', async () => {
    const rule: Rule = (letters) => {
      if (letters.length > 2) return tooLarge
      return holds(letters, 'cd') || letters === 'ab' ? refusal() : ACCEPTED
    }
    expect(await search('abcd', rule)).toStrictEqual({
      requests: ['abcd', 'ab', 'cd', 'c', 'd', 'a', 'b'],
      accepted: 'ab',
      refused: 'cd'
    })
  })

  test('with a single event is the fault of that event', async () => {
    const { answers, requests } = await searchGroups([lettersOf('abcd')], (letters) =>
      letters.includes('b') ? tooLarge : ACCEPTED
    )
    expect(requests.map((letters) => letters.join(''))).toStrictEqual(['abcd', 'ab', 'a', 'b', 'cd'])
    expect(answers.get('b')).toStrictEqual(tooLarge)
  })

  test('is not every refusal with HTTP 413: a code decides', async () => {
    const rule: Rule = (letters) => (letters.includes('b') ? { ...refusal(), status: 413 } : ACCEPTED)
    expect((await search('abcd', rule))['requests']).toStrictEqual((await search('abcd', refuse('b')))['requests'])
  })
})

describe('a refusal that no single event can cause', () => {
  test.each(['event_source', 'event_source_id', 'test_event_code', 'partner_name'])(
    'rejects all events if it blames %s, which they share',
    async (field) => {
      expect(await search('abcd', () => refusal(`Invalid value for ${field}: unknown.`))).toStrictEqual({
        requests: ['abcd'],
        refused: 'abcd'
      })
    }
  )

  test('rejects all events if its code blames the partner name', async () => {
    const answer: Answer = { verdict: 'refused', status: 200, code: 40063 }
    expect(await search('abcd', () => answer)).toStrictEqual({ requests: ['abcd'], refused: 'abcd' })
  })

  test.each<Answer>([
    { verdict: 'refused', status: 200, code: 40007, message: 'Something else.' },
    { verdict: 'refused', status: 400 },
    { verdict: 'refused', status: 404 }
  ])('leaves several events unresolved, and is not searched: %j', async (answer) => {
    const { answers, requests } = await searchGroups([lettersOf('abc')], () => answer)
    expect(requests).toHaveLength(1)
    expect([...answers.values()]).toStrictEqual(Array(3).fill({ ...answer, verdict: 'unresolved' }))
  })

  test('concerns only the events of its request', async () => {
    const rule: Rule = (letters, request) =>
      request === 3 ? { verdict: 'refused', status: 200, code: 40007 } : refuse('f')(letters, request)
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'a', 'bcd', 'efgh', 'ef', 'gh', 'e', 'f'],
      accepted: 'aegh',
      refused: 'f',
      unresolved: 'bcd'
    })
  })
})

describe('an answer that is neither an acceptance nor a refusal ends the search', () => {
  const busy: Answer = { verdict: 'busy', status: 200, code: 40100 }
  const at =
    (last: number, rule: Rule): Rule =>
    (letters, request) =>
      request === last ? busy : rule(letters, request)

  test.each<{ title: string; rule: Rule; wanted: object }>([
    {
      title: 'as the first answer',
      rule: at(1, refuse('f')),
      wanted: { requests: ['abcdefgh'], busy: 'abcdefgh' }
    },
    {
      title: 'for a sample',
      rule: at(2, refuse('f')),
      wanted: { requests: ['abcdefgh', 'a'], busy: 'abcdefgh' }
    },
    {
      title: 'for the next sample',
      rule: at(3, refuse('a')),
      wanted: { requests: ['abcdefgh', 'a', 'f'], refused: 'a', busy: 'bcdefgh' }
    },
    {
      title: 'for a part',
      rule: at(4, refuse('f')),
      wanted: { requests: ['abcdefgh', 'a', 'bcd', 'ef'], accepted: 'abcd', busy: 'efgh' }
    },
    {
      title: 'for an event that was named',
      rule: at(2, refuseByName('f')),
      wanted: { requests: ['abcdefgh', 'f'], busy: 'abcdefgh' }
    },
    {
      title: 'for an event that was named with others',
      rule: at(7, refuseByName('cfh', { all: true })),
      wanted: {
        requests: ['abcdefgh', 'c', 'g', 'abdefh', 'f', 'abde', 'h'],
        accepted: 'abdeg',
        refused: 'cf',
        busy: 'h'
      }
    }
  ])('$title', async ({ rule, wanted }) => {
    expect(await search('abcdefgh', rule)).toStrictEqual(wanted)
  })

  test('and what is left is reported at once', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => index)
    const { reports } = await searchGroups([items], (_, request) => (request === 1 ? refusal() : busy))
    expect(reports).toBe(2)
  })

  test('but not of the other groups', async () => {
    const rule: Rule = (letters, request) =>
      letters.includes('a') ? at(3, refuse('a'))(letters, request) : refuse('f')(letters, request)
    expect(await search(['abcd', 'efgh'], rule)).toStrictEqual({
      requests: ['abcd', 'efgh', 'a', 'e', 'f', 'gh'],
      accepted: 'egh',
      refused: 'f',
      busy: 'abcd'
    })
  })
})

describe('a request that TikTok took in part', () => {
  const partly = (message: string): Answer => ({ verdict: 'accepted', status: 200, code: 20001, message })

  test('is a success for all events that the message does not name; those are sent alone', async () => {
    const rule: Rule = (letters, request) =>
      letters.length > 1 ? partly('data.1.event; data.5.event; data.8.event') : refuse('b')(letters, request)
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'b', 'f'],
      accepted: 'acdefgh',
      refused: 'b'
    })
  })

  test('is a success if it holds a single event', async () => {
    expect(await search('abc', () => partly('data.0.event'))).toStrictEqual({ requests: ['abc', 'a'], accepted: 'abc' })
  })

  test('in the middle of a search', async () => {
    const rule: Rule = (letters, request) => (request === 3 ? partly('data.2.event') : refuse('f')(letters, request))
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'a', 'bcd', 'd', 'ef', 'gh', 'e', 'f'],
      accepted: 'abcdegh',
      refused: 'f'
    })
  })

  test('is the only acceptance that can name events', async () => {
    const rule: Rule = () => ({ ...ACCEPTED, message: 'data.0.event' })
    expect(await search('abc', rule)).toStrictEqual({ requests: ['abc'], accepted: 'abc' })
  })
})

test('what is left when the requests run out is settled as the outbox says', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index)
  const { answers, requests } = await searchGroups([items], () => refusal())
  expect(requests).toHaveLength(64)
  const left = [...answers.values()].filter(({ verdict }) => verdict !== 'refused')
  expect(left).toStrictEqual(Array(37).fill(NO_REQUEST_LEFT))
})
