/**
 * Measures the factor that the CPU time grows by for ten times the input: about 10 if the work is linear, about 100 if
 * it is quadratic. It uses the shortest of several runs, so that other processes do not count.
 * @param work does the work on an input of this length
 * @param length the shorter length
 */
export function growthOf(work: (length: number) => void, length: number): number {
  return timeOf(work, length * 10) / timeOf(work, length)
}

function timeOf(work: (length: number) => void, length: number): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage()
    for (let round = 0; round < 20; round++) work(length)
    const { user, system } = process.cpuUsage(start)
    return user + system
  })
  return Math.max(1, Math.min(...runs))
}
