/** Runs a limited number of tasks at once. Other tasks wait in order. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>

/** @param concurrency the maximum number of tasks that run at once */
export function createLimiter(concurrency: number): Limiter {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running >= concurrency) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    }
    running += 1
    try {
      return await task()
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
}
