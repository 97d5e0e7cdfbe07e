import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox'

/** Starts a sandbox for the tests of a file, and resets it before each test. */
export function useSandbox(options?: SandboxOptions): { readonly sandbox: Sandbox } {
  let started: Sandbox | undefined
  const running = {
    get sandbox(): Sandbox {
      if (!started) throw new TypeError('the sandbox runs during tests only')
      return started
    }
  }
  beforeAll(async () => {
    started = await startSandbox(options)
  })
  beforeEach(() => {
    running.sandbox.reset()
  })
  afterAll(() => running.sandbox.close())
  return running
}
