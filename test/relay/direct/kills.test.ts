import { buildRelay } from '../support/relay-process'
import { nothingLost, runDirectChaos } from '../support/run-chaos-modes'

beforeAll(buildRelay)

it('loses no event and delivers no bad one when the relay is killed and TikTok fails', async () => {
  const { sent, found } = await runDirectChaos({ events: 1000, rate: 500, killRelayEvery: 1000 })
  expect(found).toStrictEqual(nothingLost(sent))
  expect(sent.relayKills).toBeGreaterThan(0)
}, 240_000)
