import { base } from './jest.config.mjs'

/**
 * Checks the pull requests to Segment's monorepo with Segment's versions of the tools.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.export.test.ts'],
  // The stand-in for the monorepo is a template. Its tests run in a copy.
  modulePathIgnorePatterns: ['<rootDir>/test/export/monorepo/'],
  testTimeout: 30 * 60_000
}
