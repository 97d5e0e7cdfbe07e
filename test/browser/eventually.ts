/** Asserts until it is true, for at most ten seconds: what a browser says or sends arrives when it arrives. */
export async function eventually(assert: () => void): Promise<void> {
  const end = Date.now() + 10_000
  for (;;) {
    try {
      assert()
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
