import { type ChaosResult, nothingLost } from './run-chaos-modes'

/** Prints the counts, and compares them with those of a run that loses nothing. */
export function judge(name: string, { sent, found, copies }: ChaosResult): void {
  process.stdout.write(`${name}: ${JSON.stringify({ ...sent, ...found, copies })}\n`)
  expect(found).toStrictEqual(nothingLost(sent))
  expect(sent.relayKills).toBeGreaterThan(0)
}
