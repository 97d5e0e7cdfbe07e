import { IntegrationError, type RequestClient, type RequestOptions } from '@segment/actions-core'

/** A function that sends requests with the given client. */
type Sender = (request: RequestClient, data: never) => unknown

/** The parts of a destination definition that send requests. */
export interface Redirectable {
  readonly actions: Readonly<Record<string, { readonly perform: Sender; readonly performBatch?: Sender }>>
  readonly authentication?: { readonly testAuthentication?: Sender }
}

/**
 * Copies a destination definition and redirects its requests to another origin on this machine. The path and the query
 * do not change. Origins on other machines are refused, because the requests carry the access token.
 * @param options options that replace those of each request. Their headers are added to the request's headers.
 */
export function redirectTo<Definition extends Redirectable>(
  definition: Definition,
  origin: string,
  options: RequestOptions = {}
): Definition {
  const target = loopbackOrigin(origin)
  const wrap =
    (send: Sender): Sender =>
    (request, data) =>
      send(redirectedClient(request, target, options), data)

  const { actions, authentication } = definition
  return {
    ...definition,
    actions: Object.fromEntries(
      Object.entries(actions).map(([name, action]) => [name, wrapKeys(action, ['perform', 'performBatch'], wrap)])
    ),
    ...(authentication && { authentication: wrapKeys(authentication, ['testAuthentication'], wrap) })
  }
}

/** A copy of an object with the functions under these keys wrapped. Missing keys stay missing. */
function wrapKeys<Key extends string, Holder extends { readonly [K in Key]?: Sender }>(
  holder: Holder,
  keys: readonly Key[],
  wrap: (send: Sender) => Sender
): Holder {
  const wrapped = keys.flatMap((key): [string, Sender][] => {
    const send = holder[key]
    return send ? [[key, wrap(send)]] : []
  })
  return { ...holder, ...Object.fromEntries(wrapped) }
}

function redirectedClient(request: RequestClient, target: string, options: RequestOptions): RequestClient {
  return (url, given) => {
    const { pathname, search } = new URL(url)
    const headers = { ...given?.headers, ...options.headers }
    return request(`${target}${pathname}${search}`, { ...given, ...options, headers })
  }
}

function loopbackOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  // The URL parser converts every form of an IPv4 address to dotted decimal.
  const isLoopback = url && /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname)
  if (!isLoopback || !['http:', 'https:'].includes(url.protocol)) {
    throw new IntegrationError(
      'Requests can only be redirected to this machine, e.g. to http://127.0.0.1:8080, http://localhost:8080 or http://[::1]:8080.',
      'InvalidOrigin',
      400
    )
  }
  return url.origin
}
