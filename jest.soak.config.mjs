import { base } from './jest.config.mjs'

// Property tests try all their random cases; `npm test` tries a quarter of them.
process.env.ALL_RUNS = 'true'

/**
 * Sends very many events, kills and restarts processes for minutes, or tries very many random cases. The test files run
 * one at a time, because most use all cores.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.soak.test.ts', '**/*.property.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
