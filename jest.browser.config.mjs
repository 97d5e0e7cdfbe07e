import { base } from './jest.config.mjs'

/**
 * The tests in Chromium.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.browser.test.ts'],
  testTimeout: 60_000
}
