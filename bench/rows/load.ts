import { execFileSync } from 'node:child_process'
import { spread } from '../measure'
import { OURS, OFFICIAL } from '../contenders'
import { milliseconds, type Row } from '../row'

const ROUNDS = 15

/** Loading a destination in a process that has loaded nothing yet. */
export function load(): Row[] {
  return [row('Conversions', OURS, OFFICIAL), row('Offline Conversions', offline(OURS), offline(OFFICIAL))]
}

function row(name: string, ours: string, official: string): Row {
  // The first run fills the disk cache.
  require_(ours)
  require_(official)
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    if (round % 2 === 0) return { ours: require_(ours), official: require_(official) }
    const later = require_(official)
    return { ours: require_(ours), official: later }
  })
  return {
    work: `require: ${name}, cold process`,
    against: 'the official file',
    ours: milliseconds(spread(rounds.map((round) => round.ours))),
    other: milliseconds(spread(rounds.map((round) => round.official))),
    ratio: spread(rounds.map((round) => round.official / round.ours))
  }
}

/** The nanoseconds that `require` takes in its own process. */
function require_(path: string): number {
  const script = `const start = process.hrtime.bigint(); require('${path}'); console.log(String(process.hrtime.bigint() - start))`
  return Number(execFileSync(process.execPath, ['-e', script], { cwd: `${__dirname}/..`, env: {}, encoding: 'utf8' }))
}

function offline(path: string): string {
  return path.replace('tiktok-conversions', 'tiktok-offline-conversions')
}
