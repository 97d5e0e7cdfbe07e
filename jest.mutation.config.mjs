import { join } from 'node:path'
import { base } from './jest.config.mjs'

/**
 * Runs the tests of the mutated code and of the destinations that use it.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['<rootDir>/test/mutation/all.ts'],
  // Stryker needs the path of the environment.
  testEnvironment: join(import.meta.dirname, 'test/mutation/environment.cjs'),
  testTimeout: 60_000
}
