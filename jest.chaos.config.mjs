import { base } from './jest.config.mjs'

/**
 * Kills NATS servers and relays at random. Debian's NATS 2.9.10 sometimes keeps a pending acknowledgement for a message
 * that it has deleted; the run then waits for it until its time is up. That is why CI does not run it.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.chaos.test.ts'],
  maxWorkers: 1
}
