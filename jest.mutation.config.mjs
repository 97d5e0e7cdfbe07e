import { join } from 'node:path'
import { base } from './jest.config.mjs'

/**
 * The tests of what is mutated, and of the destinations that use it.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['<rootDir>/test/mutation/all.ts'],
  // Stryker loads it by its path.
  testEnvironment: join(import.meta.dirname, 'test/mutation/environment.cjs'),
  testTimeout: 60_000
}
