/** Runs a limited number of tasks at the same time. Other tasks wait in order. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>

/** @param concurrency the maximum number of tasks that run at the same time */
export function createLimiter(concurrency: number): Limiter {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running < concurrency) running += 1
    else {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    }
    try {
      return await task()
    } finally {
      // A waiting task takes the place of the one that ended.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
