import { describeWithNats } from '../support/nats'
import { buildRelay } from '../support/relay-process'
import { nothingLost, runQueuedChaos } from '../support/run-chaos-modes'

describeWithNats('the queued mode, when relays and NATS are killed and TikTok misbehaves', () => {
  beforeAll(buildRelay)

  it('loses nothing, and sends no bad event', async () => {
    const options = {
      events: 4000,
      rate: 400,
      relays: 3,
      servers: 1,
      isHurried: Boolean(process.env['HURRY']),
      killRelayEvery: 1500,
      killNatsEvery: 2500
    } as const
    const { sent, found } = await runQueuedChaos(options)
    process.stdout.write(JSON.stringify({ sent, found }) + '\n')
    expect(found).toStrictEqual(nothingLost(sent))
    expect(sent.relayKills).toBeGreaterThan(0)
    expect(sent.natsKills).toBeGreaterThan(0)
  }, 240_000)
})
