import { describeWithNats } from '../support/nats'
import { buildRelay } from '../support/relay-process'
import { nothingLost, runQueuedChaos } from '../support/run-chaos-modes'

describeWithNats('the queued mode, when a relay and NATS are killed and TikTok misbehaves', () => {
  beforeAll(buildRelay)

  it('loses nothing, and sends no bad event', async () => {
    const { sent, found } = await runQueuedChaos({
      events: 1000,
      rate: 500,
      relays: 2,
      servers: 1,
      killRelayEvery: 700,
      killNatsEvery: 1200,
      isHurried: true
    })
    expect(found).toStrictEqual(nothingLost(sent))
    expect(sent.relayKills).toBeGreaterThan(0)
    expect(sent.natsKills).toBeGreaterThan(0)
  }, 240_000)
})
