import type { Context, MiddlewareHandler } from 'hono'
import { isIPv4 } from 'node:net'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Whether only this machine can reach a server that listens on this host. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/** Formats a host for a URL, in which an IPv6 address has brackets. */
export function hostInUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

/**
 * Refuses requests for a host that is neither in the list nor a loopback name. This prevents DNS rebinding: a foreign
 * page whose name resolves to this machine could otherwise read the records.
 */
export function allowHosts(hosts: readonly string[]): MiddlewareHandler {
  const allowed = new Set([...LOOPBACK, ...hosts.map((host) => hostInUrl(host).toLowerCase())])
  return async (context, next) => {
    const { hostname } = new URL(context.req.url)
    if (allowed.has(hostname)) return next()
    return context.text(
      `The sandbox does not answer for the host ${hostname}. Start it with --allow-host ${hostname}.`,
      403
    )
  }
}

/** Refuses requests from pages of another origin. Requests that do not come from a browser pass. */
export const refuseCrossOrigin: MiddlewareHandler = async (context, next) => {
  if (isSameOrigin(context) || isNavigation(context)) return next()
  return context.text('Requests from pages of another origin are refused.', 403)
}

function isSameOrigin({ req }: Context): boolean {
  const origin = req.header('Origin')
  const site = req.header('Sec-Fetch-Site')
  // The scheme is not compared, because a proxy in front of the sandbox may use HTTPS.
  const isOwn = origin === undefined || origin.replace(/^https?:\/\//, '') === req.header('Host')
  return isOwn && (site === undefined || site === 'same-origin' || site === 'none')
}

/** Whether the user followed a link to the page. */
function isNavigation({ req }: Context): boolean {
  return req.method === 'GET' && req.path === '/' && req.header('Sec-Fetch-Mode') === 'navigate'
}

/** Requires one of the tokens in the header `Access-Token`. */
export function requireToken(tokens: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    if (tokens.has(context.req.header('Access-Token') ?? '')) return next()
    return context.json({ error: 'Send one of the tokens of the sandbox in the header Access-Token.' }, 401)
  }
}
