import { execFileSync } from 'node:child_process'
import { spread } from '../measure'
import { OURS, OFFICIAL } from '../implementations'
import { formatMilliseconds, type Row } from '../row'

const ROUNDS = 15

/** Compares the time to load a destination in a new process. */
export function load(): Row[] {
  return [row('Conversions', OURS, OFFICIAL), row('Offline Conversions', offline(OURS), offline(OFFICIAL))]
}

function row(name: string, ours: string, official: string): Row {
  // The first run fills the disk cache.
  timeRequire(ours)
  timeRequire(official)
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    if (round % 2 === 0) return { ours: timeRequire(ours), official: timeRequire(official) }
    const officialFirst = timeRequire(official)
    return { ours: timeRequire(ours), official: officialFirst }
  })
  return {
    work: `require: ${name}, cold process`,
    against: 'the official file',
    ours: formatMilliseconds(spread(rounds.map((round) => round.ours))),
    other: formatMilliseconds(spread(rounds.map((round) => round.official))),
    ratio: spread(rounds.map((round) => round.official / round.ours))
  }
}

/** Measures in nanoseconds how long `require` takes in a new process. */
function timeRequire(path: string): number {
  const script = `const start = process.hrtime.bigint(); require('${path}'); console.log(String(process.hrtime.bigint() - start))`
  return Number(execFileSync(process.execPath, ['-e', script], { cwd: `${__dirname}/..`, env: {}, encoding: 'utf8' }))
}

function offline(path: string): string {
  return path.replace('tiktok-conversions', 'tiktok-offline-conversions')
}
