import { base } from './jest.config.mjs'

/**
 * Installs and compiles the packed package with several package managers and compilers. The test files run one at a time,
 * because each uses all cores.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.packages.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
