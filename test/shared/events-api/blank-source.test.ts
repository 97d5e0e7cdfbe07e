import type { ModifiedResponse, RequestClient } from '@segment/actions-core'
import { deliverBatch } from '../../../src/shared/events-api/batch'
import type { OutgoingEvent } from '../../../src/shared/events-api/request'

const outgoing = (sourceId: string) => (): OutgoingEvent => ({
  source: 'crm',
  sourceId,
  testEventCode: undefined,
  event: { event: 'Lead' }
})

const accepting: RequestClient = <Data>() =>
  Promise.resolve({ status: 200, content: '{"code":0}' } as ModifiedResponse<Data>)

it('refuses only the events without an event set, and reports the others as delivered', async () => {
  const access = { url: 'http://127.0.0.1', accessToken: 'token' }
  const response = await deliverBatch(accepting, access, [outgoing('SET'), outgoing(''), outgoing('SET')])
  expect([0, 1, 2].map((index) => response.getResponseAtIndex(index).value().status)).toStrictEqual([200, 400, 200])
})
