import type { HttpBindings } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../../sandbox/guard'
import type { ClientAddress } from '../intake/client-address'
import type { Destination } from '../delivery/destination'
import type { Mode } from '../delivery/mode'
import { LIVE_PATHS, type LivePage } from './live-page'
import type { Metrics } from './metrics'

/** The options of the endpoints for operators. */
export interface OperationsOptions {
  readonly mode: Mode
  readonly destinations: readonly Destination[]
  readonly metrics: Metrics
  readonly livePage: LivePage
  readonly adminPassword: string | undefined
  readonly clientAddress: ClientAddress
  readonly isStopping: () => boolean
}

/** Creates the endpoints for operators: health, readiness, metrics and the live page. */
export function createOperations(options: OperationsOptions): Hono<{ Bindings: HttpBindings }> {
  const { mode, destinations, metrics, livePage, adminPassword, clientAddress, isStopping } = options
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.get('/healthz', (context) => context.text('ok\n'))

  app.get('/readyz', async (context) => {
    const problem = isStopping() ? 'The relay is stopping.' : await mode.problem()
    return problem === undefined ? context.text('ok\n') : context.text(`${problem}\n`, 503)
  })

  // The metrics and the live page cover all sources. A write key belongs to one source, so it does not give access.
  const operatorsOnly: MiddlewareHandler<{ Bindings: HttpBindings }> =
    adminPassword === undefined
      ? async ({ env, text }, next) => {
          if (isLocal(env.incoming, clientAddress)) return next()
          return text(
            'Set adminPassword to read this from another machine, through a proxy or by another host name.\n',
            403
          )
        }
      : basicAuth({ username: 'admin', password: adminPassword })
  for (const path of ['/metrics', ...LIVE_PATHS]) app.use(path, operatorsOnly)
  app.get('/metrics', async (context) => {
    const text = await metrics.text(destinations, await mode.backlog())
    return context.body(text, 200, { 'Content-Type': metrics.contentType })
  })

  app.use('/live', async ({ text }, next) => (isStopping() ? text('The relay is stopping.\n', 503) : next()))
  app.route('/', livePage.app)

  return app
}

/**
 * Whether a request comes from this machine and not through a proxy, as far as `X-Forwarded-For` tells. The Host header
 * is checked because of DNS rebinding: a web page can point its own domain name at this machine.
 */
function isLocal(request: IncomingMessage, clientAddress: ClientAddress): boolean {
  const { 'x-forwarded-for': forwarded, host = '' } = request.headers
  const isFromHere = forwarded === undefined && /^(?:127\.|::1$)/.test(clientAddress(request) ?? '')
  return isFromHere && isLoopback(host.replace(/:\d+$/, ''))
}
