import { startSandbox, type Sandbox } from '../../src/sandbox'
import { bodyWith, HASH, ok, post, refused } from './post'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const OBJECT = 'not a valid object'
const MISSING = 'missing data for required field'
const BLANK = 'must not be blank'

describe('crm', () => {
  const send = (event: object) =>
    post(sandbox, bodyWith(event, { event_source: 'crm', event_source_id: 'SANDBOX_CRM' }))

  test('takes an event with a lead id', async () => {
    expect(await send({ lead: { lead_id: '1', lead_event_source: 'x' } })).toStrictEqual(ok())
  })
  test.each([
    ['lead', {}, MISSING],
    ['lead', { lead: null }, OBJECT],
    ['lead.lead_id', { lead: { lead_event_source: 'x' } }, MISSING],
    ['lead.lead_id', { lead: { lead_id: '' } }, BLANK]
  ])('refuses one without, at %s: %j', async (path, event, problem) => {
    expect(await send(event)).toStrictEqual(refused(`data.0.${path}`, problem))
  })
})

describe('offline', () => {
  const send = (event: object) =>
    post(sandbox, bodyWith(event, { event_source: 'offline', event_source_id: 'SANDBOX_OFFLINE' }))

  test.each([{ email: HASH }, { phone: [HASH] }, { email: '', phone: HASH }])('takes an event of %j', async (user) => {
    expect(await send({ user })).toStrictEqual(ok())
  })
  test.each([{}, { user: {} }, { user: { external_id: HASH } }, { user: { email: '', phone: [''] } }])(
    'refuses %j, which nobody can match',
    async (event) => {
      expect(await send(event)).toStrictEqual(refused('data.0.user', 'offline events need an email or a phone'))
    }
  )
})
