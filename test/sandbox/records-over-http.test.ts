import { PIXEL_EVENT_PATH } from '../../src/sandbox'
import { useSandbox } from '../support/use-sandbox'
import { answer, bodyWith, ok, post } from './post'

const running = useSandbox()
const call = async (path: string, method = 'GET', body?: unknown) => {
  const response = await fetch(running.sandbox.origin + path, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

test('requests, accepted events and counted events are read as JSON', async () => {
  await post(running.sandbox, bodyWith({ event_id: '1' }))
  await post(running.sandbox, 'no JSON')
  await fetch(running.sandbox.origin + PIXEL_EVENT_PATH, {
    method: 'POST',
    body: JSON.stringify({ pixel_code: 'SANDBOX_PIXEL', event: 'Contact', event_id: '1' })
  })
  const { requests, accepted, counted } = running.sandbox
  expect(requests).toHaveLength(2)
  expect(await call('/requests')).toStrictEqual({ status: 200, body: requests })
  expect(await call('/accepted')).toStrictEqual({ status: 200, body: accepted })
  expect(await call('/counted')).toStrictEqual({
    status: 200,
    body: [
      {
        event_source_id: 'SANDBOX_PIXEL',
        event: 'Contact',
        event_id: '1',
        copies: [
          { via: 'server', fate: 'counted' },
          { via: 'pixel', fate: 'merged' }
        ]
      }
    ]
  })
  expect(counted).toHaveLength(1)
})

test('DELETE /requests deletes requests, events and faults', async () => {
  await post(running.sandbox, bodyWith())
  running.sandbox.fail({ code: 40100 })
  expect(await call('/requests', 'DELETE')).toStrictEqual({ status: 204, body: undefined })
  for (const path of ['/requests', '/accepted', '/counted']) {
    expect(await call(path)).toStrictEqual({ status: 200, body: [] })
  }
  expect(await post(running.sandbox, bodyWith())).toStrictEqual(ok())
})

describe('POST /faults', () => {
  test('applies the fault to the next requests', async () => {
    expect(await call('/faults', 'POST', { fault: { code: 40100 }, times: 2 })).toStrictEqual({
      status: 204,
      body: undefined
    })
    const limited = answer(40100, 'Too many requests. Please retry in some time.')
    const answers = []
    for (let sent = 0; sent < 3; sent += 1) answers.push(await post(running.sandbox, bodyWith()))
    expect(answers).toStrictEqual([limited, limited, ok()])
  })
  test.each([
    { code: 50000, message: 'Busy', status: 503, accept: true },
    { status: 502, body: '<h1>Bad Gateway</h1>', contentType: 'text/html' },
    { status: 204 },
    { reset: true },
    { delay: 10 },
    { delay: 10, then: { reset: true, accept: true } }
  ])('accepts %j', async (fault) => {
    expect(await call('/faults', 'POST', { fault })).toStrictEqual({ status: 204, body: undefined })
  })
  test.each([
    ['no JSON', 'body: Invalid type: Expected Object but received "no JSON"'],
    [{}, 'fault: Invalid key: Expected "fault" but received undefined'],
    [{ fault: {} }, 'fault.status: Invalid key: Expected "status" but received undefined'],
    [{ fault: { code: 'x' } }, 'fault.code: Invalid type: Expected number but received "x"'],
    [{ fault: { code: 1, status: 204 } }, 'fault.status: Invalid value: Expected !(204 | 205 | 304) but received 204'],
    [{ fault: { code: 1, typo: 1 } }, 'fault.typo: Invalid key: Expected never but received "typo"'],
    [{ fault: { status: 99 } }, 'fault.status: Invalid value: Expected >=200 but received 99'],
    [{ fault: { status: 600 } }, 'fault.status: Invalid value: Expected <=599 but received 600'],
    [
      { fault: { status: 200, contentType: 'a\r\nb: c' } },
      'fault.contentType: Invalid format: Expected /^[\\x20-\\x7e]+$/ but received "a\r\nb: c"'
    ],
    [{ fault: { status: 204, body: 'x' } }, 'fault: An answer with the status 204, 205 or 304 cannot have a body'],
    [
      { fault: { delay: 1, then: { status: 304, body: 'x' } } },
      'fault.then: An answer with the status 204, 205 or 304 cannot have a body'
    ],
    [{ fault: { reset: false } }, 'fault.reset: Invalid type: Expected true but received false'],
    [{ fault: { delay: -1 } }, 'fault.delay: Invalid value: Expected >=0 but received -1'],
    [{ fault: { delay: 600_001 } }, 'fault.delay: Invalid value: Expected <=600000 but received 600001'],
    [{ fault: { code: 1 }, times: 0 }, 'times: Invalid value: Expected >=1 but received 0'],
    [{ fault: { code: 1 }, times: 1.5 }, 'times: Invalid integer: Received 1.5']
  ])('refuses %j', async (body, error) => {
    expect(await call('/faults', 'POST', body)).toStrictEqual({ status: 400, body: { error } })
    expect(await post(running.sandbox, bodyWith())).toStrictEqual(ok())
  })
  test('DELETE /faults deletes them', async () => {
    running.sandbox.fail({ code: 40100 }, Infinity)
    expect(await call('/faults', 'DELETE')).toStrictEqual({ status: 204, body: undefined })
    expect(await post(running.sandbox, bodyWith())).toStrictEqual(ok())
  })
})
