import { describeWithNats } from './support/nats'
import { buildRelay } from './support/relay-process'
import { type ChaosResult, nothingLost, runDirectChaos, runQueuedChaos } from './support/run-chaos-modes'

/** Prints the counts, and compares them with those of a run that loses nothing. */
function judge(name: string, { sent, found, copies }: ChaosResult): void {
  process.stdout.write(`${name}: ${JSON.stringify({ ...sent, ...found, copies })}\n`)
  expect(found).toStrictEqual(nothingLost(sent))
  expect(sent.relayKills).toBeGreaterThan(0)
}

beforeAll(buildRelay)

describeWithNats('the queued mode loses nothing, and sends no bad event', () => {
  it('with three relays and one NATS server, each killed every few seconds', async () => {
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

it('the direct mode loses nothing and sends no bad event, with a relay that is killed every few seconds', async () => {
  judge('direct', await runDirectChaos({ events: 100_000, rate: 1000, killRelayEvery: 3000 }))
})
