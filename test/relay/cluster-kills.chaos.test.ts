import { judge } from './support/judge'
import { describeWithCluster } from './support/nats'
import { buildRelay } from './support/relay-process'
import { runQueuedChaos } from './support/run-chaos-modes'

beforeAll(buildRelay)

describeWithCluster('the queued mode loses nothing, and sends no bad event', () => {
  it('with three relays and a cluster of three NATS servers, of which one at a time is killed', async () => {
    const result = await runQueuedChaos({
      events: 100_000,
      rate: 400,
      relays: 3,
      servers: 3,
      killRelayEvery: 4000,
      killNatsEvery: 8000,
      isHurried: false
    })
    judge('queued, three servers', result)
    expect(result.sent.natsKills).toBeGreaterThan(0)
  })
})
