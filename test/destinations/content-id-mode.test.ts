import { Destination, type DestinationDefinition, type JSONObject, type SegmentEvent } from '@segment/actions-core'
import { tiktokConversions, tiktokOfflineConversions } from '../../src'
import { redirectTo, type Sandbox, startSandbox } from '../../src/sandbox'

const order: SegmentEvent = {
  type: 'track',
  event: 'Order Completed',
  messageId: 'm1',
  timestamp: '2026-11-19T12:00:00.000Z',
  properties: {
    email: 'ann@example.com',
    products: [
      { product_id: 'p1', variant_id: 'v1', sku: 's1' },
      { product_id: 'p2', variant_id: '', sku: null },
      { name: 'neither' }
    ]
  }
}

const modes: { mode?: string; ids: (string | undefined)[] }[] = [
  { ids: ['p1', 'p2', undefined] },
  { mode: 'product_id', ids: ['p1', 'p2', undefined] },
  { mode: 'variant_id', ids: ['v1', 'p2', undefined] },
  { mode: 'sku', ids: ['s1', 'p2', undefined] },
  { mode: 'variant_or_product', ids: ['v1', 'p2', undefined] }
]

const servers: { definition: DestinationDefinition<never>; ids: JSONObject }[] = [
  { definition: tiktokConversions, ids: { pixelCode: 'SANDBOX_PIXEL' } },
  { definition: tiktokOfflineConversions, ids: { eventSetID: 'SANDBOX_OFFLINE' } }
]

describe.each(servers)('$definition.name', ({ definition, ids: sourceId }) => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  beforeEach(() => {
    sandbox.reset()
  })
  afterAll(() => sandbox.close())

  it.each(modes)('mode $mode: content IDs $ids, alone and in a batch', async ({ mode, ids }) => {
    const destination = new Destination(redirectTo(definition, sandbox.origin))
    const [preset] = definition.presets ?? []
    const settings: JSONObject = {
      accessToken: 'sandbox-token',
      ...sourceId,
      ...(mode !== undefined && { contentIdMode: mode }),
      subscription: preset as unknown as JSONObject
    }
    await destination.onEvent(order, settings)
    await destination.onBatch([order], settings)
    const contents = ids.map((id, index) => ({
      ...(id !== undefined && { content_id: id }),
      ...(index === 2 && { content_name: 'neither' })
    }))
    const properties = { contents, content_type: 'product' }
    expect(sandbox.accepted.map(({ data }) => data.properties)).toStrictEqual([properties, properties])
  })
})
