import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import type { IncomingMessage } from 'node:http'
import type { ClientAddress } from '../intake/client-address'
import type { Destination } from '../delivery/destination'
import type { Mode } from '../delivery/mode'
import type { Metrics } from './metrics'

/** The options of the operators' endpoints. */
export interface OperationsOptions {
  readonly mode: Mode
  readonly destinations: readonly Destination[]
  readonly metrics: Metrics
  readonly adminPassword: string | undefined
  readonly clientAddress: ClientAddress
  readonly isStopping: () => boolean
}

/** Health, readiness and metrics. */
export function createOperations(options: OperationsOptions): Hono<{ Bindings: HttpBindings }> {
  const { mode, destinations, metrics, adminPassword, clientAddress, isStopping } = options
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.get('/healthz', (context) => context.text('ok\n'))

  app.get('/readyz', async (context) => {
    const problem = isStopping() ? 'The relay is stopping.' : await mode.problem()
    return problem === undefined ? context.text('ok\n') : context.text(`${problem}\n`, 503)
  })

  // A source must not see the metrics of another.
  if (adminPassword === undefined) {
    app.use('/metrics', async ({ env, text }, next) => {
      if (isLocal(env.incoming, clientAddress)) return next()
      return text('Set adminPassword to read the metrics from another machine.\n', 403)
    })
  } else {
    app.use('/metrics', basicAuth({ username: 'admin', password: adminPassword }))
  }
  app.get('/metrics', async (context) => {
    const text = await metrics.text(destinations, await mode.backlog())
    return context.body(text, 200, { 'Content-Type': metrics.contentType })
  })

  return app
}

/** Whether a request comes from this machine, and not through an undeclared proxy. */
function isLocal(request: IncomingMessage, clientAddress: ClientAddress): boolean {
  const isForwarded = request.headers['x-forwarded-for'] !== undefined
  return !isForwarded && /^(?:127\.|::1$)/.test(clientAddress(request) ?? '')
}
