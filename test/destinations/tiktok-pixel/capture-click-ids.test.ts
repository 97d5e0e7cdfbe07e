/** @jest-environment jsdom */
import { Analytics, Context } from '@segment/analytics-next'
import { perform } from '../../../src/destinations/tiktok-pixel/captureClickIds/perform'
import { connect } from '../../../src/destinations/tiktok-pixel/initialize'
import { clickIdIn } from '../../../src/shared/payload/user'
import { emptyPage, fakeAnalytics, settings } from './pixel-page'

const NOW = 1_790_000_000_000
const DAY = 24 * 3_600_000
const KEY = 'tiktok_click'

interface Visit {
  search?: string
  integrations?: Record<string, unknown>
  consent?: boolean
}

const eventOf = ({ search = '', integrations = {}, consent }: Visit) => ({
  type: 'track' as const,
  context: {
    page: { search },
    ...(consent !== undefined && { consent: { categoryPreferences: { Advertising: consent } } })
  },
  integrations: integrations as Record<string, boolean>
})

/** A visitor. `send` returns the integrations object of an event after the action. */
function visitor(consentMode: 'off' | 'on' | 'strict' = 'off', { analytics, stored } = fakeAnalytics()) {
  const client = connect(emptyPage().page, settings({ consentMode }))
  const send = (visit: Visit = {}) => {
    const context = new Context(eventOf(visit))
    perform(client, { context, analytics })
    return context.event.integrations
  }
  const choose = (consent: boolean) => {
    client.observeConsent(eventOf({ consent }))
  }
  return { send, choose, stored, analytics }
}

const forAll = (ids: object) => ({
  'Tiktok Conversions': ids,
  'TikTok Conversions': ids,
  'TikTok Offline Conversions': ids
})
const clicked = (id: string) => forAll({ ttclid: id })

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(NOW)
})
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  document.cookie = '_ttp=; max-age=0'
})

describe('the click', () => {
  test('is stored with its time under our own key, and added to later events', () => {
    const { send, stored } = visitor()
    expect(send({ search: '?a=b&ttclid=E.C.P.abc' })).toStrictEqual(clicked('E.C.P.abc'))
    jest.setSystemTime(NOW + DAY)
    expect(send()).toStrictEqual(clicked('E.C.P.abc'))
    expect(Object.fromEntries(stored)).toStrictEqual({ [KEY]: { id: 'E.C.P.abc', time: NOW } })
  })

  test.each(['', '?ttclid=', '?ttclid=%20', '?TTCLID=x', '?other=x'])(
    'is not in %j, and the last click is kept',
    (search) => {
      const { send } = visitor()
      expect(send({ search })).toStrictEqual({})
      send({ search: '?ttclid=old' })
      expect(send({ search })).toStrictEqual(clicked('old'))
    }
  )

  test('counts for 30 days and is then deleted', () => {
    const { send, stored } = visitor()
    send({ search: '?ttclid=x' })
    jest.setSystemTime(NOW + 30 * DAY - 1)
    expect(send()).toStrictEqual(clicked('x'))
    jest.setSystemTime(NOW + 30 * DAY)
    expect(send()).toStrictEqual({})
    expect(Object.fromEntries(stored)).toStrictEqual({})
  })

  test('is the newest one, even if another tab stored it', () => {
    const analytics = fakeAnalytics()
    const [one, other] = [visitor('off', analytics), visitor('off', analytics)]
    one.send({ search: '?ttclid=old' })
    jest.setSystemTime(NOW + 1)
    other.send({ search: '?ttclid=new' })
    jest.setSystemTime(NOW + 2)
    expect(one.send({ search: '?ttclid=old' })).toStrictEqual(clicked('new'))
  })

  test('is the newest one, even if a page on another subdomain stored it in the cookie', () => {
    const { storage } = new Analytics({ writeKey: 'w' })
    const analytics = { ...fakeAnalytics(), analytics: { ...fakeAnalytics().analytics, storage } }
    visitor('off', analytics).send({ search: '?ttclid=old' })
    document.cookie = `${KEY}=${encodeURIComponent(JSON.stringify({ id: 'new', time: NOW + 1 }))}; path=/`
    jest.setSystemTime(NOW + 2)
    expect(visitor('off', analytics).send()).toStrictEqual(clicked('new'))
    expect(storage.getConsistent(KEY as never)).toStrictEqual({ id: 'new', time: NOW + 1 })
    storage.clear(KEY as never)
  })

  test('is the first one in the URL that is not blank, as on the server', () => {
    const search = '?ttclid=&ttclid=%20&ttclid=first&ttclid=second'
    const url = `https://shop.example/${search}`
    expect(visitor().send({ search })).toStrictEqual(clicked(clickIdIn(url) ?? ''))
  })

  test.each([
    null,
    'x',
    7,
    [],
    {},
    { id: 'x' },
    { time: NOW },
    { id: ' ', time: NOW },
    { id: 7, time: NOW },
    { id: 'x', time: 'y' },
    { id: 'x', time: String(NOW) },
    { id: 'x', time: NaN }
  ])('is ignored when other code has stored %j', (value) => {
    const { send, stored } = visitor()
    stored.set(KEY, value)
    expect(send()).toStrictEqual({})
    expect(Object.fromEntries(stored)).toStrictEqual({})
  })

  test.each([1, DAY, 3_000 * DAY])('is ignored when its stored time is %i ms in the future', (ahead) => {
    const { send, stored } = visitor()
    stored.set(KEY, { id: 'future', time: NOW + ahead })
    expect(send()).toStrictEqual({})
    stored.set(KEY, { id: 'future', time: NOW + ahead })
    expect(send({ search: '?ttclid=x' })).toStrictEqual(clicked('x'))
    expect(Object.fromEntries(stored)).toStrictEqual({ [KEY]: { id: 'x', time: NOW } })
  })

  test('is the one of this page if another tab stored one in the same millisecond', () => {
    const { send, stored } = visitor()
    stored.set(KEY, { id: 'other', time: NOW })
    expect(send({ search: '?ttclid=x' })).toStrictEqual(clicked('x'))
  })

  test('counts when it was stored in this millisecond', () => {
    const { send, stored } = visitor()
    stored.set(KEY, { id: 'x', time: NOW })
    expect(send()).toStrictEqual(clicked('x'))
  })
})

describe('the cookie', () => {
  test.each([
    ['_ttp=abc.tt.1', { ttp: 'abc.tt.1' }],
    ['other_ttp=x', undefined],
    ['note=hi _ttp=x', undefined],
    ['_ttp=', undefined]
  ])('%s adds %j', (cookie, expected) => {
    document.cookie = cookie
    expect(visitor().send()).toStrictEqual(expected === undefined ? {} : forAll(expected))
    document.cookie = `${cookie.split('=')[0] ?? ''}=; max-age=0`
  })

  test('cannot be read in a sandboxed frame, but the click is still added', () => {
    jest.spyOn(document, 'cookie', 'get').mockImplementation(() => {
      throw new DOMException('sandboxed', 'SecurityError')
    })
    expect(visitor().send({ search: '?ttclid=x' })).toStrictEqual(clicked('x'))
  })
})

describe('the integrations object', () => {
  const ids = { ttclid: 'x' }
  const [conversions, alias, offline] = [
    'Tiktok Conversions',
    'TikTok Conversions',
    'TikTok Offline Conversions'
  ] as const

  test.each([
    [{}, forAll(ids)],
    [{ All: true }, { All: true, ...forAll(ids) }],
    [{ [conversions]: false }, { [conversions]: false, [alias]: ids, [offline]: ids }],
    [{ [alias]: false }, { [conversions]: ids, [alias]: false, [offline]: ids }],
    [{ [offline]: false }, { [conversions]: ids, [alias]: ids, [offline]: false }],
    [{ All: false }, { All: false }],
    [
      { All: false, [conversions]: true },
      { All: false, [conversions]: ids }
    ],
    [
      { All: false, [alias]: 'on' },
      { All: false, [alias]: ids }
    ],
    [
      { All: false, [conversions]: '', [alias]: null, [offline]: { own: 1 } },
      { All: false, [conversions]: '', [alias]: null, [offline]: { ...ids, own: 1 } }
    ],
    [
      { [conversions]: { ttclid: 'own' }, [alias]: { ttclid: 'own 2' } },
      { [conversions]: { ttclid: 'own' }, [alias]: { ttclid: 'own 2' }, [offline]: ids }
    ]
  ])('%j becomes %j', (integrations, expected) => {
    expect(visitor().send({ search: '?ttclid=x', integrations: { ...integrations } })).toStrictEqual(expected)
  })
})

test('a key that is false is not overwritten', () => {
  const updated: string[] = []
  const event = eventOf({ search: '?ttclid=x', integrations: { 'TikTok Conversions': false } })
  const client = connect(emptyPage().page, settings())
  const context = { event, updateEvent: (path: string) => updated.push(path) }
  perform(client, { context, analytics: fakeAnalytics().analytics })
  expect(updated).toStrictEqual(['integrations.Tiktok Conversions', 'integrations.TikTok Offline Conversions'])
})

describe.each(['on', 'strict'] as const)('consent mode %s', (mode) => {
  test('nothing is stored or added before a grant, and the click of this page is not lost', () => {
    document.cookie = '_ttp=t'
    const { send, choose, stored } = visitor(mode)
    expect(send({ search: '?ttclid=x' })).toStrictEqual({})
    expect(stored.size).toBe(0)
    expect(send({ consent: true })).toStrictEqual(forAll({ ttclid: 'x', ttp: 't' }))
    expect(stored.size).toBe(1)
    choose(true)
    expect(send()).toStrictEqual(forAll({ ttclid: 'x', ttp: 't' }))
  })

  test('a denial deletes the stored click', () => {
    const { send, choose, stored } = visitor(mode)
    choose(true)
    send({ search: '?ttclid=x' })
    expect(stored.size).toBe(1)
    choose(false)
    expect(send()).toStrictEqual({})
    expect(stored.size).toBe(0)
  })

  test('an event that carries a denial gets no click IDs, even when the next event has already granted', () => {
    const { send, choose, stored } = visitor(mode)
    choose(false)
    choose(true)
    expect(send({ search: '?ttclid=x', consent: false })).toStrictEqual({})
    expect(stored.size).toBe(0)
    expect(send({ consent: true })).toStrictEqual(clicked('x'))
  })
})
