import { createHmac } from 'node:crypto'
import { createAuthenticator } from '../../../src/relay/intake/authenticate'
import { basic } from '../support/post'
import { source } from '../support/use-relay'

const shop = source('shop', { webhookSecret: 'shop-secret' })
const store = source('store')
const hooks = source('hooks', { writeKey: undefined, webhookSecret: 'hooks-secret' })
const authenticator = createAuthenticator([shop, store, hooks])

describe('by the header', () => {
  it('finds the source of the write key', () => {
    expect(authenticator.byHeader(basic('shop-key'))).toBe(shop)
    expect(authenticator.byHeader(basic('store-key', 'anything'))).toBe(store)
    expect(authenticator.byHeader(basic('store-key').replace('Basic', 'basic'))).toBe(store)
  })

  it('finds nothing without a header', () => {
    expect(authenticator.byHeader(undefined)).toBeUndefined()
  })

  it.each([
    ['another key', basic('shop-keys')],
    ['no key', basic('')],
    ['the name of a source without a write key', basic('hooks')],
    ['another scheme', 'Bearer shop-key'],
    ['a value that is not Base64', 'Basic %%%'],
    ['nothing', '']
  ])('refuses %s', (_, header) => {
    expect(() => authenticator.byHeader(header)).toThrow('The write key is unknown.')
  })
})

describe('by the body', () => {
  it('finds the source of the write key', () => {
    expect(authenticator.byBody({ writeKey: 'store-key' })).toBe(store)
    expect(authenticator.byBody({ batch: [{ writeKey: 'store-key' }] })).toBe(store)
  })

  it('refuses another key', () => {
    expect(() => authenticator.byBody({ writeKey: 'x' })).toThrow('The write key is unknown.')
  })

  it.each([{}, { batch: [] }, { batch: [1] }, { writeKey: 1 }, [], null])(
    'refuses a body without a write key: %j',
    (body) => {
      expect(() => authenticator.byBody(body)).toThrow('Send the write key')
    }
  )
})

describe('by the signature', () => {
  const sign = (text: string, secret: string): string => createHmac('sha1', secret).update(text).digest('hex')
  const one = '{"type":"track"}'
  const batch = '[{"type":"track"}, {"type":"page"}]'

  it('finds the source that signed the body', () => {
    expect(authenticator.bySignature(sign(one, 'shop-secret'), Buffer.from(one))).toBe(shop)
    expect(authenticator.bySignature(sign(one, 'hooks-secret'), Buffer.from(one))).toBe(hooks)
    expect(authenticator.bySignature(sign(batch, 'hooks-secret'), Buffer.from(batch))).toBe(hooks)
  })

  it('accepts a batch whose signature covers only its first event', () => {
    expect(authenticator.bySignature(sign(one, 'shop-secret'), Buffer.from(batch))).toBe(shop)
  })

  it.each([
    ['of another secret', sign(one, 'secret'), one],
    ['of another body', sign(one, 'shop-secret'), '{"type":"page"}'],
    ['cut short', sign(one, 'shop-secret').slice(0, 20), one],
    ['blank', '', one],
    ['of nothing, for an empty batch', sign('', 'shop-secret'), '[]'],
    ['for an array that is not JSON', sign('', 'shop-secret'), '[']
  ])('refuses a signature that is %s', (_, signature, body) => {
    expect(() => authenticator.bySignature(signature, Buffer.from(body))).toThrow(
      'The X-Signature matches no webhookSecret.'
    )
  })
})
