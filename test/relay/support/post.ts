/** What came back from the relay. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

/** How a request to the relay is made. */
export interface PostOptions {
  /** Default: `shop-key`; undefined sends no key. */
  readonly writeKey?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** Posts to a relay. Text and buffers are sent unchanged, other values as JSON. */
export async function post(origin: string, path: string, body: unknown, options: PostOptions = {}): Promise<Answer> {
  const { writeKey, headers } = { writeKey: 'shop-key', ...options }
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { ...(writeKey !== undefined && { Authorization: basic(writeKey) }), ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body)
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
}

/** The header of Basic authentication, as Segment's clients send it. */
export function basic(user: string, password = ''): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** A purchase that the presets take. */
export function purchase(messageId: string, changes: object = {}): Record<string, unknown> {
  return {
    type: 'track',
    event: 'Order Completed',
    messageId,
    timestamp: '2026-11-20T12:00:00.000Z',
    properties: { currency: 'EUR', products: [{ product_id: 'p1', price: 20, quantity: 1 }] },
    ...changes
  }
}
