import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { configurationError } from '../../runtime/configuration-error'

/** The address of the client that sent a request; undefined when its connection is closed already. */
export type ClientAddress = (request: IncomingMessage) => string | undefined

/**
 * Finds clients behind proxies: the last address of `X-Forwarded-For` that is no trusted proxy's, because everything
 * before it may be invented.
 * @param trustedProxies addresses and networks such as `10.0.0.0/8`
 * @throws IntegrationError for something that is neither
 */
export function clientAddressBehind(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList()
  for (const network of trustedProxies) addNetwork(trusted, network)
  const isTrusted = (address: string): boolean => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

  return (request) => {
    const peer = plain(request.socket.remoteAddress ?? '')
    if (peer === '') return undefined
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    const route = [...forwarded.map((address) => plain(address.trim())), peer]
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

/** An IPv4 address that came over IPv6 as IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
