import type { IncomingMessage } from 'node:http'
import { clientAddressBehind } from '../../../src/relay/intake/client-address'

function request(remoteAddress: string | undefined, forwarded?: string): IncomingMessage {
  return {
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  } as unknown as IncomingMessage
}

describe('the client address without trusted proxies', () => {
  const clientAddress = clientAddressBehind([])

  it('is the address of the connection, and headers are ignored', () => {
    expect(clientAddress(request('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7')
  })

  it('is IPv4 if the connection has an IPv4-mapped IPv6 address', () => {
    expect(clientAddress(request('::ffff:203.0.113.7'))).toBe('203.0.113.7')
  })

  it('is undefined when the connection is closed already', () => {
    expect(clientAddress(request(undefined))).toBeUndefined()
  })
})

describe('the client address behind trusted proxies', () => {
  const clientAddress = clientAddressBehind(['10.0.0.0/8', '192.0.2.1', 'fd00::/8', '2001:db8::1'])

  it.each([
    ['one proxy', '10.1.2.3', '203.0.113.7', '203.0.113.7'],
    ['two proxies', '10.1.2.3', '203.0.113.7, 192.0.2.1', '203.0.113.7'],
    ['proxies with IPv6', 'fd12::1', '2001:db8::5, 2001:db8::1', '2001:db8::5'],
    ['a client that forges addresses', '10.1.2.3', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['a client that sends an invalid address', '10.1.2.3', 'unknown, <script>', '10.1.2.3'],
    ['a proxy that adds no address', '10.1.2.3', undefined, '10.1.2.3'],
    ['a request that bypasses the proxy', '203.0.113.9', '198.51.100.1', '203.0.113.9']
  ])('%s', (_, peer, forwarded, address) => {
    expect(clientAddress(request(peer, forwarded))).toBe(address)
  })
})

it.each(['10.0.0.0/33', 'proxy.example', '', '10.0.0.0/', '10.0.0.0/x', '300.1.1.1', 'fd00::/129'])(
  'refuses an invalid network: %p',
  (network) => {
    expect(() => clientAddressBehind([network])).toThrow(
      `trustedProxies: ${network} is neither an address nor a network such as 10.0.0.0/8.`
    )
  }
)
