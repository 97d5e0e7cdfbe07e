import { startSandbox, type Sandbox } from '../../src/sandbox'
import { answer, bodyWith, HASH, ok, post, refused } from './post'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const TEXT = 'not a valid string'
const MISSING = 'missing data for required field'
const SOURCES = 'must be one of web, crm, offline'
const NOT_AN_OBJECT = 'Invalid request: the body is not a JSON object.'
const event = { event: 'Contact', event_time: 1700000000 }

describe('a body that is not an object', () => {
  test.each(['', '{', '[]', 'null', '1', '"text"'])('%p', async (body) => {
    expect(await post(sandbox, body)).toStrictEqual(answer(40002, NOT_AN_OBJECT))
  })
})

describe('the root', () => {
  test.each([
    ['only the required values', {}],
    ['a partner name', { partner_name: 'Segment' }],
    ['a test code', { test_event_code: 'TEST123' }],
    ['an empty test code', { test_event_code: '' }],
    ['an unknown key', { unknown: { deep: null } }],
    ['crm', { event_source: 'crm', event_source_id: 'SANDBOX_CRM', data: [{ ...event, lead: { lead_id: '1' } }] }],
    [
      'offline',
      { event_source: 'offline', event_source_id: 'SANDBOX_OFFLINE', data: [{ ...event, user: { email: HASH } }] }
    ],
    ['1,000 events', { data: Array(1000).fill(event) }]
  ])('accepted: %s', async (_, root) => {
    expect(await post(sandbox, bodyWith({}, root))).toStrictEqual(ok())
  })

  test.each([
    ['event_source', { event_source: undefined }, SOURCES],
    ['event_source', { event_source: 'app' }, SOURCES],
    ['event_source', { event_source: 1 }, SOURCES],
    ['event_source_id', { event_source_id: undefined }, MISSING],
    ['event_source_id', { event_source_id: 7 }, TEXT],
    ['event_source_id', { event_source_id: ' ' }, 'must not be blank'],
    ['partner_name', { partner_name: 1 }, TEXT],
    ['test_event_code', { test_event_code: ['TEST123'] }, TEXT],
    ['test_event_code', { test_event_code: null }, TEXT],
    ['data', { data: undefined }, MISSING],
    ['data', { data: event }, 'not a valid list'],
    ['data', { data: [] }, 'at least 1 event per request'],
    ['data', { data: Array(1001).fill(event) }, 'at most 1000 events per request'],
    ['data', { data: Array(1001).fill('bad') }, 'at most 1000 events per request'],
    ['data.0', { data: ['text'] }, 'not a valid object'],
    ['data.3.event_id', { data: [event, event, event, { ...event, event_id: 5 }, { event: 5 }] }, TEXT]
  ])('refused at %s: %j', async (path, root, problem) => {
    expect(await post(sandbox, bodyWith({}, root))).toStrictEqual(refused(path, problem))
  })
})

test('a request with one bad event is refused completely', async () => {
  sandbox.reset()
  await post(sandbox, bodyWith({}, { data: [event, { event: '' }, event] }))
  expect(sandbox.accepted).toStrictEqual([])
})

test('1,000 large events are accepted', async () => {
  const large = { ...event, properties: { contents: Array(10).fill({ content_id: 'x'.repeat(100), price: 1 }) } }
  expect(await post(sandbox, bodyWith({}, { data: Array(1000).fill(large) }))).toStrictEqual(ok())
})

test('hundreds of concurrent requests keep their own events', async () => {
  sandbox.reset()
  const names = Array.from({ length: 300 }, (_, index) => `event ${index}`)
  const answers = await Promise.all(names.map((name) => post(sandbox, bodyWith({ event: name }))))
  expect(answers).toStrictEqual(names.map(ok))
  expect(sandbox.accepted.map(({ data }) => data.event).toSorted()).toStrictEqual(names.toSorted())
})
