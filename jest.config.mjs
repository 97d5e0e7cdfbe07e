/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // For machines that are slow or busy: nothing here waits for a time to pass.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/global-setup.cjs'
}
