import { base } from './jest.config.mjs'

/**
 * Checks the pull requests for Segment's monorepo with the versions of its tools.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.export.test.ts'],
  // The stand-in for the monorepo is copied elsewhere before its tests run.
  modulePathIgnorePatterns: ['<rootDir>/test/export/monorepo/'],
  testTimeout: 30 * 60_000
}
