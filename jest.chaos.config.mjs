import { base } from './jest.config.mjs'

/**
 * Kills the servers of a NATS cluster, one at a time. The environment variable NATS_SERVER names the program of a NATS
 * server that is new enough for a cluster, if the installed one is not.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.chaos.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
