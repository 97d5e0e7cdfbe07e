import { base } from './jest.config.mjs'

/**
 * Installs and compiles the packed package with several package managers and compilers. One file at a time: each uses all the cores by itself.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  testMatch: ['**/*.packages.test.ts'],
  maxWorkers: 1,
  testTimeout: 30 * 60_000
}
