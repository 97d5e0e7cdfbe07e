import {
  createTestIntegration,
  IntegrationError,
  type DestinationDefinition,
  type RequestClient
} from '@segment/actions-core'
import { redirectTo, startSandbox, type Sandbox } from '../../src/sandbox'
import { answer, bodyWith } from './post'

interface Settings {
  token: string
}

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
})

const send = (request: RequestClient, { token }: Settings, event: string) =>
  request('https://business-api.tiktok.com/open_api/v1.3/event/track/?query=kept', {
    method: 'post',
    headers: { 'Access-Token': token },
    json: bodyWith({ event })
  })

const definition: DestinationDefinition<Settings> = {
  name: 'Test',
  mode: 'cloud',
  authentication: {
    scheme: 'custom',
    fields: { token: { type: 'string', label: 'Token', description: 'Token' } },
    testAuthentication: (request, { settings }) => send(request, settings, 'testAuthentication')
  },
  actions: {
    both: {
      title: 'Both',
      description: 'One and many',
      fields: {},
      perform: (request, { settings }) => send(request, settings, 'perform'),
      performBatch: (request, { settings }) => send(request, settings, 'performBatch')
    },
    single: {
      title: 'Single',
      description: 'One only',
      fields: {},
      perform: (request, { settings }) => send(request, settings, 'single')
    }
  }
}
const settings = { token: 'sandbox-token' }
const events = () => sandbox.accepted.map(({ data }) => data.event)
const track = { type: 'track', event: 'x' } as const

describe('every request goes to the sandbox', () => {
  const destination = () => createTestIntegration(redirectTo(definition, sandbox.origin))

  test('perform keeps path, query, headers and body', async () => {
    const tested = destination()
    const [response] = await tested.testAction('both', { event: track, settings })
    await tested.testAction('single', { event: track, settings })
    expect(events()).toStrictEqual(['perform', 'single'])
    expect(response?.url).toBe(`${sandbox.origin}/open_api/v1.3/event/track/?query=kept`)
    expect(response?.data).toStrictEqual((answer(0, 'OK') as { json: unknown }).json)
  })
  test('performBatch', async () => {
    await destination().testBatchAction('both', { events: [track, track], settings })
    expect(events()).toStrictEqual(['performBatch'])
  })
  test('testAuthentication', async () => {
    await destination().testAuthentication(settings)
    expect(events()).toStrictEqual(['testAuthentication'])
  })
  test.each(['localhost', '127.0.0.1'])('by the name %s', async (host) => {
    const origin = sandbox.origin.replace('127.0.0.1', host)
    await createTestIntegration(redirectTo(definition, origin)).testAuthentication(settings)
    expect(events()).toStrictEqual(['testAuthentication'])
  })
})

describe('redirectTo', () => {
  test('does not change the given definition, or its parts that send nothing', () => {
    const copy = redirectTo(definition, sandbox.origin)
    expect(copy).not.toBe(definition)
    expect(copy.authentication?.fields).toBe(definition.authentication?.fields)
    expect(Object.keys(copy.actions['single'] ?? {})).toStrictEqual(['title', 'description', 'fields', 'perform'])
    expect(copy.actions['both']?.perform).not.toBe(definition.actions['both']?.perform)
  })
  test('adds no authentication to a definition without it', () => {
    const { name, mode, actions } = definition
    expect(redirectTo({ name, mode, actions }, sandbox.origin)).not.toHaveProperty('authentication')
  })
})

describe('request options', () => {
  test('are merged into every request', async () => {
    sandbox.fail({ delay: 1000 })
    const withTimeout = createTestIntegration(redirectTo(definition, sandbox.origin, { timeout: 50 }))
    await expect(withTimeout.testAction('single', { event: track, settings })).rejects.toThrow(
      'Request timed out after 50ms'
    )
    expect(events()).toStrictEqual(['single'])
  })
  test('replace headers of the same name', async () => {
    const headers = { 'X-Extra': '1', 'Access-Token': 'other' }
    const tested = createTestIntegration(redirectTo(definition, sandbox.origin, { headers }))
    await tested.testAction('single', { event: track, settings })
    expect(sandbox.requests.map((request) => request.answer.code)).toStrictEqual([40105])
  })
})

describe('only local addresses are allowed', () => {
  test.each(['http://127.0.0.1:8080', 'http://127.3.2.1', 'http://localhost:1', 'https://[::1]:1', 'http://127.1:80'])(
    '%s is allowed',
    (origin) => {
      expect(() => redirectTo(definition, origin)).not.toThrow()
    }
  )
  test.each([
    'https://business-api.tiktok.com',
    'http://128.0.0.1',
    'http://0.0.0.0:80',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1@example.com',
    'http://localhost.example.com',
    'http://[::2]:80',
    'ftp://localhost',
    'localhost:8080',
    ''
  ])('refuses %p', (origin) => {
    const message =
      'Requests can only be redirected to this machine, e.g. to http://127.0.0.1:8080, http://localhost:8080 or http://[::1]:8080.'
    const redirect = () => redirectTo(definition, origin)
    expect(redirect).toThrow(IntegrationError)
    expect(redirect).toThrow(expect.objectContaining({ message, code: 'InvalidOrigin', status: 400 }) as Error)
  })
  test('a path that looks like a host stays a path', async () => {
    const urls: string[] = []
    const client = ((url: string) => Promise.resolve(urls.push(url))) as unknown as RequestClient
    const { actions } = redirectTo(
      { actions: { one: { perform: (request: RequestClient) => request('https://x//example.com/?a=1') } } },
      'http://localhost:1'
    )
    await actions.one.perform(client)
    expect(urls).toStrictEqual(['http://localhost:1//example.com/?a=1'])
  })
})
