import type { Answer } from '../../../src/shared/events-api/read-answer'
import { ACCEPTED, type Judge, NO_REQUEST_LEFT, refusal, searchGroups } from '../../support/isolation'

/** Returns the answer to a request, given its letters (each letter is an event) and its number. */
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
  test('is found in parts of a bad group, without requests whose answer is known', async () => {
    expect(await search('abcdefghi', refuse('i'))).toStrictEqual({
      // TikTok accepts everything but the last part, so that part must be bad and is not sent.
      requests: ['abcdefghi', 'a', 'bcde', 'fg', 'h', 'i'],
      accepted: 'abcdefgh',
      refused: 'i'
    })
  })

  test('is sent alone before it is rejected, even if all others are healthy', async () => {
    expect(await search('ab', refuse('b'))).toStrictEqual({ requests: ['ab', 'a', 'b'], accepted: 'a', refused: 'b' })
  })

  test('is not assumed: events that TikTok accepts alone are delivered', async () => {
    expect(await search('abcde', (letters) => (letters.length > 1 ? refusal() : ACCEPTED))).toStrictEqual({
      requests: ['abcde', 'a', 'bc', 'de', 'b', 'd', 'c', 'e'],
      accepted: 'abcde'
    })
  })

  test('is not assumed in the rest of a group when one part was refused', async () => {
    const rule: Rule = (_, request) => (request === 1 ? refusal() : ACCEPTED)
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'a', 'bcde', 'fg', 'h'],
      accepted: 'abcdefgh'
    })
  })
})

describe('the size of a request', () => {
  test('is one event until TikTok accepts one, and these events are spread over the batch', async () => {
    const letters = 'abcdefghijklmnopqrst'
    const { requests, ...outcomes } = await search(letters, refuse(letters))
    expect(outcomes).toStrictEqual({ refused: letters })
    expect(requests).toStrictEqual([letters, ...lettersOf('ajrgpenclbktmdofqihs')])
  })

  test('grows to four times the size of an accepted request and halves with a refused one', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    expect(await search(letters, refuse('ac'))).toStrictEqual({
      requests: [
        letters,
        ...['a', 'l', 'mnop', 'qrstuvwxyzbcdefg'],
        // The request of 16 was refused, so the next one may contain 8, and the one after that 32.
        'qrstuvwx',
        // Of the bad group yzbcdefg, half is sent.
        'yzbc',
        // The next request may contain 16, but only 8 events are unknown.
        'defghijk',
        ...['yz', 'b', 'c']
      ],
      accepted: 'bdefghijklmnopqrstuvwxyz',
      refused: 'ac'
    })
  })
})

test('the next request holds events of the largest bad group, or unknown events if there are more of them', async () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  expect(await search(letters, refuse('djpv'))).toStrictEqual({
    requests: [
      letters,
      ...['a', 'bcde'],
      // There are 21 unknown events, and the largest bad group is bcde.
      ...['fg', 'hijklmno', 'pqrs'],
      // There are 7 unknown events, and the largest bad group is hijklmno.
      'hi',
      // There are 7 unknown events, and the largest bad group is jklmno.
      ...['tuvwxyz', 'tuvw'],
      ...['jk', 'o', 'xyzl', 'bc', 'pq', 'rsmn', 'tu'],
      ...['j', 'd', 'ek', 'p', 'v', 'wq']
    ],
    accepted: 'abcefghiklmnoqrstuwxyz',
    refused: 'djpv'
  })
})

describe('a bad event that a refusal names', () => {
  test('is sent alone before it is rejected', async () => {
    expect(await search('abcdefghi', refuseByName('e'))).toStrictEqual({
      requests: ['abcdefghi', 'e', 'a', 'bcdf', 'ghi'],
      accepted: 'abcdfghi',
      refused: 'e'
    })
  })

  test('is the only one of its group that is sent alone', async () => {
    expect(await search('abcdefghi', refuseByName('eh'))).toStrictEqual({
      requests: ['abcdefghi', 'e', 'a', 'bcdf', 'ghi', 'h', 'gi'],
      accepted: 'abcdfgi',
      refused: 'eh'
    })
  })

  test('is sent after all events that are not named, unless it is the first named one', async () => {
    expect(await search('abcdefghi', refuseByName('cfh', { all: true }))).toStrictEqual({
      requests: ['abcdefghi', 'c', 'a', 'bdeg', 'ifh', 'f', 'ih', 'h', 'i'],
      accepted: 'abdegi',
      refused: 'cfh'
    })
  })

  test('is sent after unknown events, unless it is the first named one', async () => {
    const letters = 'abcdefghijklmnop'
    expect(
      await search(letters, (request) =>
        request === letters ? refusal() : refuseByName('adef', { all: true })(request, 1)
      )
    ).toStrictEqual({
      requests: [letters, 'a', 'h', 'ijkl', 'mnopbcdefg', 'd', 'mnopbcge', 'e', 'mnop', 'bcgf', 'f', 'bcg'],
      accepted: 'bcghijklmnop',
      refused: 'adef'
    })
  })

  test('is delivered if TikTok accepts it alone, and names are ignored from then on', async () => {
    expect(await search('abcdefghi', refuseByName('e', { base: 1 }))).toStrictEqual({
      requests: ['abcdefghi', 'f', 'a', 'bcde', 'bc', 'ghi', 'd', 'e'],
      accepted: 'abcdfghi',
      refused: 'e'
    })
  })

  test('is delivered if TikTok accepts it alone, even if names were right before', async () => {
    const rule: Rule = (letters) => {
      if (letters.includes('a')) return refusal('data.0.event_id')
      return letters.length > 3 ? refusal('data.2.event_id; data.3.event_id') : ACCEPTED
    }
    expect(await search('abcdefghij', rule)).toStrictEqual({
      // a is bad. After b, TikTok names e and f, accepts e alone, and so f is not sent alone.
      requests: ['abcdefghij', 'a', 'b', 'cdef', 'e', 'gh', 'cd', 'ij', 'f'],
      accepted: 'bcdefghij',
      refused: 'a'
    })
  })

  test('does not affect the trust in names in other groups if it gets no decision', async () => {
    const rule: Rule = (letters, request) =>
      request === 3 ? { verdict: 'busy', status: 429 } : refuseByName('bg')(letters, request)
    expect(await search(['abcd', 'efgh'], rule)).toStrictEqual({
      requests: ['abcd', 'efgh', 'b', 'g', 'e', 'fh'],
      accepted: 'efh',
      refused: 'g',
      busy: 'abcd'
    })
  })

  test('is searched like one that is not named if the request does not have its position', async () => {
    const { requests: named } = await search('abcdefghi', refuseByName('i', { base: 1 }))
    const { requests: unnamed } = await search('abcdefghi', refuse('i'))
    expect(named).toStrictEqual(unnamed)
  })

  test('is not sent alone after names were wrong in another group of the batch', async () => {
    expect(await search(['abcd', 'efgh'], refuseByName('bg', { base: 1 }))).toStrictEqual({
      requests: ['abcd', 'efgh', 'c', 'a', 'b', 'd', 'e', 'fg', 'f', 'h', 'g'],
      accepted: 'acdefh',
      refused: 'bg'
    })
    expect(await search(['abcd', 'efgh'], refuseByName('bg'))).toStrictEqual({
      requests: ['abcd', 'efgh', 'b', 'a', 'cd', 'g', 'e', 'fh'],
      accepted: 'acdefh',
      refused: 'bg'
    })
  })
})

describe('a request that is too large', () => {
  const tooLarge: Answer = { verdict: 'refused', status: 413 }

  test('is sent again in smaller parts, and no event is rejected', async () => {
    expect(await search('abcdefgh', (letters) => (letters.length > 2 ? tooLarge : ACCEPTED))).toStrictEqual({
      requests: ['abcdefgh', 'abcd', 'ab', 'cdefgh', 'cde', 'cd', 'efgh', 'ef', 'gh'],
      accepted: 'abcdefgh'
    })
  })

  test('may contain bad events', async () => {
    const rule: Rule = (letters) => (letters.length > 4 ? tooLarge : refuse('c')(letters, 1))
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'abcd', 'ef', 'ab', 'gh', 'c', 'd'],
      accepted: 'abdefgh',
      refused: 'c'
    })
  })

  test('may contain good events that TikTok refuses only together', async () => {
    const rule: Rule = (letters) => {
      if (letters.length > 2) return tooLarge
      return holds(letters, 'cd') || letters === 'ab' ? refusal() : ACCEPTED
    }
    expect(await search('abcd', rule)).toStrictEqual({
      requests: ['abcd', 'ab', 'd', 'a', 'c', 'b'],
      accepted: 'ab',
      refused: 'cd'
    })
  })

  test('rejects its event if it contains only one', async () => {
    const { answers, requests } = await searchGroups([lettersOf('abcd')], (letters) =>
      letters.includes('b') ? tooLarge : ACCEPTED
    )
    expect(requests.map((letters) => letters.join(''))).toStrictEqual(['abcd', 'ab', 'c', 'dab', 'da', 'b'])
    expect(answers.get('b')).toStrictEqual(tooLarge)
  })

  test('has HTTP 413 without a code', async () => {
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

  test('affects only the events of its request', async () => {
    const rule: Rule = (letters, request) =>
      request === 3 ? { verdict: 'refused', status: 200, code: 40007 } : refuse('f')(letters, request)
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'a', 'bcde', 'fg', 'f', 'h', 'g'],
      accepted: 'agh',
      refused: 'f',
      unresolved: 'bcde'
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
      wanted: { requests: ['abcdefgh', 'a', 'e'], refused: 'a', busy: 'bcdefgh' }
    },
    {
      title: 'for a part',
      rule: at(4, refuse('f')),
      wanted: { requests: ['abcdefgh', 'a', 'bcde', 'fg'], accepted: 'abcde', busy: 'fgh' }
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
        requests: ['abcdefgh', 'c', 'a', 'bdeg', 'fh', 'f', 'h'],
        accepted: 'abdeg',
        refused: 'cf',
        busy: 'h'
      }
    }
  ])('$title', async ({ rule, wanted }) => {
    expect(await search('abcdefgh', rule)).toStrictEqual(wanted)
  })

  test('and the remaining events are settled together', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => index)
    const { reports } = await searchGroups([items], (_, request) => (request === 1 ? refusal() : busy))
    expect(reports).toBe(1)
  })

  test('but not for the other groups', async () => {
    const rule: Rule = (letters, request) =>
      letters.includes('a') ? at(3, refuse('a'))(letters, request) : refuse('f')(letters, request)
    expect(await search(['abcd', 'efgh'], rule)).toStrictEqual({
      requests: ['abcd', 'efgh', 'a', 'e', 'fg', 'f', 'h', 'g'],
      accepted: 'egh',
      refused: 'f',
      busy: 'abcd'
    })
  })
})

describe('a partial success', () => {
  const partly = (message: string): Answer => ({ verdict: 'accepted', status: 200, code: 20001, message })

  test('delivers the events that its message does not name, and sends the named ones alone', async () => {
    const rule: Rule = (letters, request) =>
      letters.length > 1 ? partly('data.1.event; data.5.event; data.8.event') : refuse('b')(letters, request)
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'b', 'f'],
      accepted: 'acdefgh',
      refused: 'b'
    })
  })

  test('delivers a single event', async () => {
    expect(await search('abc', () => partly('data.0.event'))).toStrictEqual({ requests: ['abc', 'a'], accepted: 'abc' })
  })

  test('may occur during a search', async () => {
    const rule: Rule = (letters, request) => (request === 3 ? partly('data.2.event') : refuse('f')(letters, request))
    expect(await search('abcdefgh', rule)).toStrictEqual({
      requests: ['abcdefgh', 'a', 'bcde', 'fg', 'f', 'gh', 'd'],
      accepted: 'abcdegh',
      refused: 'f'
    })
  })

  test('is the only accepted answer whose message can name events', async () => {
    const rule: Rule = () => ({ ...ACCEPTED, message: 'data.0.event' })
    expect(await search('abc', rule)).toStrictEqual({ requests: ['abc'], accepted: 'abc' })
  })
})

test('events that are left when the requests run out get the answer for this case', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index)
  const { answers, requests } = await searchGroups([items], () => refusal())
  expect(requests).toHaveLength(64)
  const left = [...answers.values()].filter(({ verdict }) => verdict !== 'refused')
  expect(left).toStrictEqual(Array(37).fill(NO_REQUEST_LEFT))
})
