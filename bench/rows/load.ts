import { execFileSync } from 'node:child_process'
import { spread } from '../measure'
import { OURS, PEER } from '../peers'
import { milliseconds, type Row } from '../row'

const ROUNDS = 15

/** Loading a destination in a process that has loaded nothing yet. */
export function load(): Row[] {
  return [row('Conversions', OURS, PEER), row('Offline Conversions', offline(OURS), offline(PEER))]
}

function row(name: string, ours: string, peer: string): Row {
  // Once for the disk's cache.
  require_(ours)
  require_(peer)
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    if (round % 2 === 0) return { ours: require_(ours), peer: require_(peer) }
    const later = require_(peer)
    return { ours: require_(ours), peer: later }
  })
  return {
    work: `require: ${name}, cold process`,
    against: "the peer's file",
    ours: milliseconds(spread(rounds.map((round) => round.ours))),
    other: milliseconds(spread(rounds.map((round) => round.peer))),
    ratio: spread(rounds.map((round) => round.peer / round.ours)),
    target: 1
  }
}

/** How many nanoseconds `require` takes in a process of its own. */
function require_(path: string): number {
  const script = `const start = process.hrtime.bigint(); require('${path}'); console.log(String(process.hrtime.bigint() - start))`
  return Number(execFileSync(process.execPath, ['-e', script], { cwd: `${__dirname}/..`, env: {}, encoding: 'utf8' }))
}

function offline(path: string): string {
  return path.replace('tiktok-conversions', 'tiktok-offline-conversions')
}
