import unit from './jest.config.mjs'

/**
 * The tests of what is mutated, and of the destinations that use it. Tests with random events repeat them, and take longest.
 *
 * @type {import('jest').Config}
 */
export default {
  ...unit,
  roots: ['<rootDir>/test/shared', '<rootDir>/test/runtime', '<rootDir>/test/destinations'],
  testPathIgnorePatterns: [...unit.testPathIgnorePatterns, '\\bproperty\\.test\\.ts$']
}
