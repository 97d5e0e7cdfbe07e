import { describeWithNats } from './support/nats'
import { buildRelay } from './support/relay-process'
import { judge } from './support/judge'
import { runDirectChaos, runQueuedChaos } from './support/run-chaos-modes'

beforeAll(buildRelay)

describeWithNats('the queued mode loses no event and delivers no bad one', () => {
  it('with three relays and one NATS server, when both are killed every few seconds', async () => {
    const result = await runQueuedChaos({
      events: 100_000,
      rate: 1000,
      relays: 3,
      servers: 1,
      killRelayEvery: 3000,
      killNatsEvery: 10_000,
      isHurried: false
    })
    judge('queued, one server', result)
    expect(result.sent.natsKills).toBeGreaterThan(0)
  })
})

it('the direct mode loses no event and delivers no bad one when the relay is killed every few seconds', async () => {
  judge('direct', await runDirectChaos({ events: 100_000, rate: 1000, killRelayEvery: 3000 }))
})
