import { base } from './jest.config.mjs'

/**
 * Kills the servers of a NATS cluster, one at a time. CI does not run it: a run of 100,000 events with NATS 2.9.10 missed
 * 932 events that NATS had acknowledged.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.chaos.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
