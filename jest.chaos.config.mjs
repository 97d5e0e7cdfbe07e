import { base } from './jest.config.mjs'

/**
 * Kills the servers of a NATS cluster, one at a time. If the installed NATS server is too old for a cluster, set the
 * environment variable NATS_SERVER to the path of a newer one.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.chaos.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
