import fc from 'fast-check'
import { ENDPOINTS, EVENT_TYPES } from '../../../src/relay/intake/endpoints'
import { readEvents } from '../../../src/relay/intake/read-events'
import { Refusal } from '../../../src/relay/intake/refusal'
import { post } from '../support/post'
import { useRelay } from '../support/use-relay'

const running = useRelay()

/** Any JSON, with keys that JavaScript treats in a special way. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'ip', 'library', 'traits'),
    fc.jsonValue()
  )
)

const event = fc.record(
  {
    type: fc.constantFrom(...EVENT_TYPES),
    event: fc.constantFrom('Order Completed', 'Product Added', '\u0000', '__proto__'),
    messageId: fc.option(fc.string(), { nil: null }),
    timestamp: anything,
    sentAt: anything,
    context: anything,
    integrations: anything,
    properties: anything,
    traits: anything,
    userId: anything
  },
  { requiredKeys: ['type', 'event'] }
)

it('events with any JSON values are settled, and none makes the relay fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 20 }), anything, anything, async (batch, context, sentAt) => {
      const { status, body } = await post(running.relay.origin, '/v1/batch', { batch, context, sentAt })
      expect([status, body]).toStrictEqual([200, { success: true }])
    }),
    { numRuns: 15 }
  )
})

it('any JSON is read as events or refused', () => {
  const endpoint = fc.constantFrom(...Object.values(ENDPOINTS))
  const body = fc.oneof(anything, fc.record({ batch: anything }), fc.record({ batch: fc.array(anything) }))
  fc.assert(
    fc.property(body, endpoint, (given, path) => {
      try {
        readEvents(given, path, Buffer.byteLength(JSON.stringify(given)))
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    })
  )
})
