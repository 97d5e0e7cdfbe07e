import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { configurationError } from '../../runtime/configuration-error'

/** Returns the address of the client that sent a request; undefined when its connection is already closed. */
export type ClientAddress = (request: IncomingMessage) => string | undefined

/**
 * Creates a function that finds the client behind trusted proxies: the last address in `X-Forwarded-For` that is not a
 * trusted proxy, because the client can forge the addresses before it. If the connection does not come from a trusted
 * proxy, the client is its peer. The search goes backwards and ends at text that is not an address. If it finds only
 * trusted proxies, the client is the last one found.
 * @param trustedProxies addresses and networks such as `10.0.0.0/8`
 * @throws IntegrationError for an invalid address or network
 */
export function clientAddressBehind(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList()
  for (const network of trustedProxies) addNetwork(trusted, network)
  const isTrusted = (address: string): boolean => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

  return (request) => {
    const peer = unmapIpv4(request.socket.remoteAddress ?? '')
    if (peer === '') return undefined
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    const route = [...forwarded.map((address) => unmapIpv4(address.trim())), peer]
    let client = peer
    for (const address of route.reverse()) {
      if (isIP(address) === 0) break
      client = address
      if (!isTrusted(address)) break
    }
    return client
  }
}

function addNetwork(list: BlockList, network: string): void {
  const [, address = '', prefix] = /^([^/]+?)(?:\/(\d+))?$/.exec(network) ?? []
  const [family, bits] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const)
  try {
    list.addSubnet(address, prefix === undefined ? bits : Number(prefix), family)
  } catch {
    throw configurationError(`trustedProxies: ${network} is neither an address nor a network such as 10.0.0.0/8.`)
  }
}

/** Converts an IPv4-mapped IPv6 address to IPv4. */
function unmapIpv4(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
