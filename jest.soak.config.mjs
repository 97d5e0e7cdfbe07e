import { base } from './jest.config.mjs'

/**
 * Sends very many events, or kills and restarts processes for minutes. The test files run one at a time, because each uses
 * all cores.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.soak.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
