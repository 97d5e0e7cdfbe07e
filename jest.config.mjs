/** @type {import('jest').Config} */
export const base = {
  testEnvironment: 'node',
  // By default Jest leaves one core free, which is half of a machine with two cores.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/generated-types.ts'],
  coverageReporters: ['text-summary', 'lcov', 'json-summary'],
  // The format of Jest 27. Segment uses Jest 27, and `npm run export:segment` copies the snapshots unchanged.
  snapshotFormat: { printBasicPrototype: true },
  globalSetup: '<rootDir>/test/global-setup.cjs'
}

/** @type {import('jest').Config} */
export default {
  ...base,
  testMatch: ['**/*.test.ts'],
  // These tests have their own configurations and commands, e.g. `npm run test:browser`.
  testPathIgnorePatterns: ['/node_modules/', '\\.(?:browser|chaos|export|packages|soak)\\.test\\.ts$'],
  // A long timeout, so that tests do not fail on a slow or busy machine.
  testTimeout: 60_000
}
