import { EVENT_TRACK_PATH, startSandbox, type Sandbox } from '../../src/sandbox'
import { answer, bodyWith, ok, post } from './post'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
})

const body = bodyWith()

describe('several faults', () => {
  const codes = async (count: number) => {
    for (let i = 0; i < count; i++) await post(sandbox, body)
    return sandbox.requests.map((request) => request.answer.code)
  }

  test('apply to the next requests in order, each as often as requested', async () => {
    sandbox.fail({ code: 40100 }, 2)
    sandbox.fail({ code: 50000 }, 0)
    sandbox.fail({ code: 50002 })
    expect(await codes(4)).toStrictEqual([40100, 40100, 50002, 0])
  })
  test('are removed by a reset', async () => {
    sandbox.fail({ code: 40100 }, Infinity)
    sandbox.reset()
    expect(await codes(1)).toStrictEqual([0])
  })
})

describe('a fault chosen by the body', () => {
  const refuseBad = (received: unknown): { code: number } | undefined =>
    JSON.stringify(received).includes('Bad') ? { code: 40002 } : undefined

  test('applies only to the requests that the function chooses', async () => {
    sandbox.fail(refuseBad, Infinity)
    expect(await post(sandbox, bodyWith({ event: 'Good' }))).toStrictEqual(ok())
    expect(await post(sandbox, bodyWith({ event: 'Bad' }))).toStrictEqual(answer(40002, 'Invalid request'))
    expect(sandbox.accepted.map(({ data }) => data.event)).toStrictEqual(['Good'])
  })
  test('answers 500 with the message of an error that it throws', async () => {
    sandbox.fail(() => {
      throw new TypeError('a mistake in the test')
    })
    const response = await fetch(sandbox.origin + EVENT_TRACK_PATH, { method: 'POST' })
    expect([response.status, await response.text()]).toStrictEqual([500, 'a mistake in the test'])
  })
  test('is used up by a request that gets the normal answer', async () => {
    sandbox.fail(refuseBad)
    expect(await post(sandbox, bodyWith({ event: 'Good' }))).toStrictEqual(ok())
    expect(await post(sandbox, bodyWith({ event: 'Bad' }))).toStrictEqual(ok())
  })
})
