import { defaultValues, Destination, type JSONObject, type SegmentEvent } from '@segment/actions-core'
import { tiktokConversions } from '../../src'
import { redirectTo, type Sandbox, startSandbox } from '../../src/sandbox'

/** The limits in docs/limits.md. */
describe('the limits', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  beforeEach(() => {
    sandbox.reset()
  })
  afterAll(() => sandbox.close())

  const base = defaultValues(tiktokConversions.actions['reportWebEvent']?.fields ?? {}) as JSONObject
  const item = { content_id: { '@path': '$.product_id' } }

  /** The statuses of an event alone and in a batch, and the properties that were sent. */
  async function run(properties: JSONObject, mapping: JSONObject = {}, settings: JSONObject = {}) {
    const event: SegmentEvent = { type: 'track', event: 'Contact', messageId: 'm1', userId: 'u1', properties }
    const destination = new Destination(redirectTo(tiktokConversions, sandbox.origin))
    const bound = {
      accessToken: 'sandbox-token',
      pixelCode: 'SANDBOX_PIXEL',
      ...settings,
      subscription: {
        subscribe: 'type = "track"',
        partnerAction: 'reportWebEvent',
        mapping: { ...base, event: 'Contact', ...mapping }
      }
    }
    const single = await destination.onEvent(event, bound).then(
      () => 200,
      (error: unknown) => (error as { status: number }).status
    )
    const sent = sandbox.accepted.at(-1)?.data.properties
    const [result] = await destination.onBatch([event], bound)
    return { single, batch: result?.multistatus?.[0]?.status, sent }
  }

  it('white space is read as 0 in a number, and empty text is left out', async () => {
    expect(await run({ value: ' ' })).toStrictEqual({ single: 200, batch: 200, sent: { value: 0 } })
    expect(await run({ value: '', currency: 'EUR' })).toStrictEqual({
      single: 200,
      batch: 200,
      sent: { currency: 'EUR' }
    })
  })

  it('an event with a blank choice is refused in a batch with a plain path, but not with the condition', async () => {
    const at = { '@path': '$.properties.kind' }
    expect(await run({ kind: '' }, { content_type: at })).toStrictEqual({ single: 200, batch: 400, sent: undefined })
    const guarded = { '@if': { blank: at, then: at } }
    expect(await run({ kind: '' }, { content_type: guarded })).toStrictEqual({
      single: 200,
      batch: 200,
      sent: undefined
    })
  })

  it('an event whose SKU is an object is refused with a plain path, but not with @replace', async () => {
    const contents = (sku: JSONObject) => ({ contents: { '@arrayPath': ['$.properties.products', { ...item, sku }] } })
    const products = [{ product_id: 'p1', sku: { a: 1 } }]
    const at = { '@path': '$.sku' }
    expect(await run({ products }, contents(at))).toStrictEqual({ single: 400, batch: 400, sent: undefined })
    const guarded = { '@replace': { pattern: ' ', replacement: ' ', value: at } }
    expect(await run({ products }, contents(guarded))).toStrictEqual({
      single: 200,
      batch: 200,
      sent: { contents: [{ content_id: 'p1' }], content_type: 'product' }
    })
  })

  it('a one-element array is read as its element', async () => {
    const contents = { '@arrayPath': ['$.properties.products', { ...item, sku: { '@path': '$.sku' } }] }
    const products = [{ product_id: ['p1'], sku: ['s1'] }]
    expect(await run({ products }, { contents }, { contentIdMode: 'sku' })).toMatchObject({
      single: 200,
      batch: 200,
      sent: { contents: [{ content_id: 's1' }] }
    })
  })

  it('a name of more than 500 characters is dropped, and a long number in a URL counts as a phone number', async () => {
    expect(await run({ first_name: 'a'.repeat(501) })).toMatchObject({ single: 200, batch: 200 })
    expect(sandbox.accepted[0]?.data.user).toStrictEqual({ external_id: [expect.any(String)] })
    sandbox.reset()
    await run({}, { url: 'https://shop.example/?article=00123456789012&gclid=00123456789012' })
    expect(sandbox.accepted[0]?.data.page).toStrictEqual({
      url: 'https://shop.example/?article=removed&gclid=00123456789012'
    })
  })

  it('a Content ID Mode has no effect if the mapping lacks the IDs of the items', async () => {
    const contents = { '@arrayPath': ['$.properties.products', item] }
    const products = [{ product_id: 'p1', variant_id: 'v1' }]
    expect(await run({ products }, { contents }, { contentIdMode: 'variant_id' })).toMatchObject({
      sent: { contents: [{ content_id: 'p1' }] }
    })
  })

  it.each(['', null])('the Content ID Mode %p has the same effect as a missing mode', async (contentIdMode) => {
    const contents = { '@arrayPath': ['$.properties.products', { ...item, sku: { '@path': '$.sku' } }] }
    expect(await run({ products: [{ product_id: 'p1', sku: 's1' }] }, { contents }, { contentIdMode })).toMatchObject({
      single: 200,
      batch: 200,
      sent: { contents: [{ content_id: 'p1' }] }
    })
  })
})
