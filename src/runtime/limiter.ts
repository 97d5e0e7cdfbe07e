/** Runs a limited number of tasks at once; the others wait in order. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>

/** @param most how many tasks may run at once */
export function createLimiter(most: number): Limiter {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running >= most) {
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
