/** Repeats an assertion until it holds, for at most ten seconds, because a browser sends and logs asynchronously. */
export async function eventually(assert: () => void | Promise<void>): Promise<void> {
  const end = Date.now() + 10_000
  for (;;) {
    try {
      await assert()
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
