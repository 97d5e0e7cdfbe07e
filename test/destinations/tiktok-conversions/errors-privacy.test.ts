import { inspect } from 'node:util'
import type { Fault } from '../../../src/sandbox'
import { sha256 } from '../../../src/shared/identity/hash'
import { defaultMapping, purchase, run, type Run } from '../../support/conversions'
import { rejection } from '../../support/failure'
import { useSandbox } from '../../support/use-sandbox'

const TOKEN = 'token-0f1e2d3c4b5a'
const running = useSandbox({ tokens: { [TOKEN]: ['SANDBOX_PIXEL'] } })

const email = 'ann.lee@example.com'
const phone = '+4915112345678'
const text = {
  messageId: 'message-secret',
  userId: 'user-secret',
  ip: '203.0.113.77',
  userAgent: 'Secret/5.0',
  url: 'https://shop.example/secret?ttclid=click-secret',
  city: 'Secretville',
  order_id: 'order-secret',
  name: 'Secret Shoe'
}
const event = purchase({
  messageId: text.messageId,
  userId: text.userId,
  context: { ip: text.ip, userAgent: text.userAgent, page: { url: text.url } },
  properties: {
    email,
    phone,
    first_name: 'Annabella',
    address: { city: text.city, postal_code: '80331-secret' },
    order_id: text.order_id,
    products: [{ name: text.name, product_id: 'product-secret' }]
  }
})
const contents = { '@arrayPath': ['$.properties.products', { content_name: { '@path': '$.name' } }] }
const mapping = defaultMapping('CompletePayment', { contents })

const hashes = [email, phone, text.userId, 'annabella', '80331secret'].map(sha256)
const SECRETS = [TOKEN, email, phone, phone.slice(1), 'Annabella', 'secret', ...Object.values(text), ...hashes]

/** Everything that an error contains, including hidden properties and causes. */
function show(error: unknown): string {
  const keys = error instanceof Error ? Object.getOwnPropertyNames(error) : []
  const own = keys.map((key) => inspect((error as Record<string, unknown>)[key], { depth: Infinity, showHidden: true }))
  return [
    inspect(error, { depth: Infinity, showHidden: true, getters: true }),
    JSON.stringify(error),
    JSON.stringify(error, keys),
    error instanceof Error ? `${String(error)} ${error.stack ?? ''} ${inspect(error.cause)}` : '',
    ...own
  ].join('\n')
}

test('this test finds personal data and the token in an error that contains them', async () => {
  await run(running.sandbox, event, { mapping, settings: { accessToken: TOKEN } })
  const body = JSON.stringify(running.sandbox.accepted)
  for (const sent of [...hashes, text.ip, text.url, 'secretville', text.name]) expect(body).toContain(sent)
  const error = Object.assign(new Error('x', { cause: { body } }), { options: { body } })
  Object.defineProperty(error, 'hidden', { value: TOKEN, enumerable: false })
  expect(show(error)).toContain(TOKEN)
  for (const hash of hashes) expect(show(error)).toContain(hash)
})

const echo = `Bad data.0.user.email.0 ${hashes[0] ?? ''}, ${email} or ${phone}: token ${TOKEN}.`

describe.each<{ title: string; fault?: Fault; options?: Run }>([
  { title: 'a time-out', fault: { delay: 2000 }, options: { request: { timeout: 50 } } },
  { title: 'a reset connection', fault: { reset: true } },
  { title: 'HTTP 502 with HTML', fault: { status: 502, body: `<html>${TOKEN}</html>` } },
  { title: 'HTTP 400 with the body', fault: (body) => ({ status: 400, body: JSON.stringify(body) }) },
  { title: 'a refused event', fault: { code: 40002, message: 'Invalid value for data.0.event_id: not a string.' } },
  { title: 'a refused event that the message repeats', fault: { code: 40002, message: echo } },
  { title: 'a rate limit whose message repeats the event', fault: { code: 40100, message: echo } },
  { title: 'a wrong token', options: { settings: { accessToken: `${TOKEN}-wrong` } } },
  { title: 'a wrong token that the message repeats', fault: { code: 40105, message: `Bad token ${TOKEN}.` } },
  { title: 'an invalid token', options: { settings: { accessToken: `${TOKEN} ${TOKEN}` } } },
  { title: 'a pixel without permission', options: { settings: { pixelCode: 'OTHER' } } },
  {
    title: 'an email address as timestamp',
    options: { mapping: { ...mapping, timestamp: { '@path': '$.properties.email' } } }
  },
  {
    title: 'an email address as number',
    options: { mapping: { ...mapping, value: { '@path': '$.properties.email' } } }
  },
  { title: 'an email address as choice', options: { mapping: { ...mapping, event_source: email } } }
])('$title', ({ fault, options = {} }) => {
  test('leaves neither the token nor the body in the error', async () => {
    if (fault) running.sandbox.fail(fault)
    const settings = { accessToken: TOKEN, ...options.settings }
    const shown = show(await rejection(run(running.sandbox, event, { mapping, ...options, settings })))
    expect(SECRETS.filter((secret) => shown.includes(secret))).toStrictEqual([])
  })
})

test('a server that is down leaves neither the token nor the body in the error', async () => {
  const gone = { ...running.sandbox, origin: 'http://127.0.0.1:1' }
  const shown = show(await rejection(run(gone, event, { mapping, settings: { accessToken: TOKEN } })))
  expect(SECRETS.filter((secret) => shown.includes(secret))).toStrictEqual([])
})
