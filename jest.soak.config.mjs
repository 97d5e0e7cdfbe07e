import { base } from './jest.config.mjs'

/**
 * Sends very many events, or kills and restarts processes for minutes. One file at a time: each uses all the cores by itself.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.soak.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
