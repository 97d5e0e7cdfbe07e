/** @jest-environment jsdom */
import { perform } from '../../../src/destinations/tiktok-pixel/captureClickIds/perform'
import { connect } from '../../../src/destinations/tiktok-pixel/initialize'
import { emptyPage, fakeAnalytics, settings } from './pixel-page'

const NOW = 1_790_000_000_000
const DAY = 24 * 3_600_000
const KEY = 'tiktok_click'

interface Visit {
  search?: string
  integrations?: Record<string, unknown>
  consent?: boolean
}

/** A visitor; each event says what its integrations object is then. */
function visitor(consentMode: 'off' | 'on' | 'strict' = 'off', { analytics, stored } = fakeAnalytics()) {
  const client = connect(emptyPage().page, settings({ consentMode }))
  const send = ({ search = '', integrations = {}, consent }: Visit = {}) => {
    const event = {
      context: { page: { search }, consent: { categoryPreferences: { Advertising: consent } } },
      integrations
    }
    const updateEvent = (path: string, value: unknown) =>
      Object.assign(event.integrations, { [path.replace('integrations.', '')]: value })
    perform(client, { context: { event, updateEvent }, analytics })
    return event.integrations
  }
  return { send, stored, analytics }
}

const forBoth = (ids: object) => ({ 'Tiktok Conversions': ids, 'TikTok Offline Conversions': ids })
const clicked = (id: string) => forBoth({ ttclid: id })

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => {
  jest.useRealTimers()
  document.cookie = '_ttp=; max-age=0'
})

describe('the click', () => {
  test('is kept with its time, under a key of our own, and handed on', () => {
    const { send, stored } = visitor()
    expect(send({ search: '?a=b&ttclid=E.C.P.abc' })).toStrictEqual(clicked('E.C.P.abc'))
    jest.setSystemTime(NOW + DAY)
    expect(send()).toStrictEqual(clicked('E.C.P.abc'))
    expect(Object.fromEntries(stored)).toStrictEqual({ [KEY]: { id: 'E.C.P.abc', time: NOW } })
  })

  test.each(['', '?ttclid=', '?ttclid=%20', '?TTCLID=x', '?other=x'])(
    'is none with %j, and the last one stays',
    (search) => {
      const { send } = visitor()
      expect(send({ search })).toStrictEqual({})
      send({ search: '?ttclid=old' })
      expect(send({ search })).toStrictEqual(clicked('old'))
    }
  )

  test('counts for 30 days, and is then forgotten', () => {
    const { send, stored } = visitor()
    send({ search: '?ttclid=x' })
    jest.setSystemTime(NOW + 30 * DAY - 1)
    expect(send()).toStrictEqual(clicked('x'))
    jest.setSystemTime(NOW + 30 * DAY)
    expect(send()).toStrictEqual({})
    expect(Object.fromEntries(stored)).toStrictEqual({})
  })

  test('is the newest, also of those that another tab has seen', () => {
    const analytics = fakeAnalytics()
    const [one, other] = [visitor('off', analytics), visitor('off', analytics)]
    one.send({ search: '?ttclid=old' })
    jest.setSystemTime(NOW + 1)
    other.send({ search: '?ttclid=new' })
    jest.setSystemTime(NOW + 2)
    expect(one.send({ search: '?ttclid=old' })).toStrictEqual(clicked('new'))
  })

  test.each([null, 'x', 7, [], {}, { id: 'x' }, { time: NOW }, { id: ' ', time: NOW }, { id: 'x', time: 'y' }])(
    'is none when somebody else has written there: %j',
    (value) => {
      const { send, stored } = visitor()
      stored.set(KEY, value)
      expect(send()).toStrictEqual({})
    }
  )
})

describe('the cookie', () => {
  test.each([
    ['_ttp=abc.tt.1', { ttp: 'abc.tt.1' }],
    ['other_ttp=x', undefined],
    ['note=hi _ttp=x', undefined],
    ['_ttp=', undefined]
  ])('%s', (cookie, expected) => {
    document.cookie = cookie
    expect(visitor().send()).toStrictEqual(expected === undefined ? {} : forBoth(expected))
    document.cookie = `${cookie.split('=')[0] ?? ''}=; max-age=0`
  })

  test('cannot be read in a sandboxed frame: the click counts all the same', () => {
    const spy = jest.spyOn(document, 'cookie', 'get').mockImplementation(() => {
      throw new DOMException('sandboxed', 'SecurityError')
    })
    expect(visitor().send({ search: '?ttclid=x' })).toStrictEqual(clicked('x'))
    spy.mockRestore()
  })
})

describe('the integrations object', () => {
  const ids = { ttclid: 'x' }
  const [conversions, offline] = ['Tiktok Conversions', 'TikTok Offline Conversions'] as const

  test.each([
    [{}, forBoth(ids)],
    [{ All: true }, { All: true, ...forBoth(ids) }],
    [{ [conversions]: false }, { [conversions]: false, [offline]: ids }],
    [{ All: false }, { All: false }],
    [
      { All: false, [conversions]: true },
      { All: false, [conversions]: ids }
    ],
    [
      { All: false, [offline]: { own: 1 } },
      { All: false, [offline]: { ...ids, own: 1 } }
    ],
    [{ [conversions]: { ttclid: 'own' } }, { [conversions]: { ttclid: 'own' }, [offline]: ids }]
  ])('%j', (integrations, expected) => {
    expect(visitor().send({ search: '?ttclid=x', integrations: { ...integrations } })).toStrictEqual(expected)
  })
})

describe.each(['on', 'strict'] as const)('consent, %s', (mode) => {
  test('nothing is stored or handed on before a grant; the click of the page is not lost', () => {
    document.cookie = '_ttp=t'
    const { send, stored } = visitor(mode)
    expect(send({ search: '?ttclid=x' })).toStrictEqual({})
    expect(stored.size).toBe(0)
    expect(send({ consent: true })).toStrictEqual(forBoth({ ttclid: 'x', ttp: 't' }))
    expect(stored.size).toBe(1)
  })

  test('after a denial what was stored is forgotten', () => {
    const { send, stored } = visitor(mode)
    send({ search: '?ttclid=x', consent: true })
    expect(send({ consent: false })).toStrictEqual({})
    expect(stored.size).toBe(0)
  })
})
