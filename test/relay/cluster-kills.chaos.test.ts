import { judge } from './support/judge'
import { describeWithCluster } from './support/nats'
import { buildRelay } from './support/relay-process'
import { runQueuedChaos } from './support/run-chaos-modes'

beforeAll(buildRelay)

describeWithCluster('the queued mode loses no event and delivers no bad one', () => {
  it('with three relays and three NATS servers, when relays and servers are killed one at a time', async () => {
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
