import { startSandbox, type Sandbox } from '../../src/sandbox'
import { bodyWith, HASH, ok, post, refused } from './post'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

describe('crm', () => {
  const send = (event: object) =>
    post(sandbox, bodyWith(event, { event_source: 'crm', event_source_id: 'SANDBOX_CRM' }))

  test.each([
    { lead: { lead_id: '1', lead_event_source: 'x' } },
    { user: { email: HASH } },
    { user: { phone: [HASH] }, lead: { lead_event_source: 'x' } }
  ])('accepts an event with a lead ID, an email address or a phone number: %j', async (event) => {
    expect(await send(event)).toStrictEqual(ok())
  })
  test.each([
    {},
    { lead: { lead_event_source: 'x' } },
    { lead: { lead_id: ' ' }, user: { email: '', external_id: HASH } }
  ])('refuses an event without all three: %j', async (event) => {
    expect(await send(event)).toStrictEqual(refused('data.0.lead', 'crm events need a lead id, an email or a phone'))
  })
  test('refuses a lead that is not an object', async () => {
    expect(await send({ lead: null })).toStrictEqual(refused('data.0.lead', 'not a valid object'))
  })
})

describe('offline', () => {
  const send = (event: object) =>
    post(sandbox, bodyWith(event, { event_source: 'offline', event_source_id: 'SANDBOX_OFFLINE' }))

  test.each([{ email: HASH }, { phone: [HASH] }, { email: '', phone: HASH }])(
    'accepts an event with an email address or a phone number: %j',
    async (user) => {
      expect(await send({ user })).toStrictEqual(ok())
    }
  )
  test.each([{}, { user: {} }, { user: { external_id: HASH } }, { user: { email: '', phone: [''] } }])(
    'refuses an event without both: %j',
    async (event) => {
      expect(await send(event)).toStrictEqual(refused('data.0.user', 'offline events need an email or a phone'))
    }
  )
})
