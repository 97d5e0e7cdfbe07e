/** @type {import('jest').Config} */
export const base = {
  testEnvironment: 'node',
  // The default leaves one core free, which is half of a machine with two.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/generated-types.ts'],
  coverageReporters: ['text-summary', 'lcov', 'json-summary'],
  // The form of Jest 27, which Segment runs: `npm run export:segment` moves snapshots unchanged.
  snapshotFormat: { printBasicPrototype: true },
  globalSetup: '<rootDir>/test/global-setup.cjs'
}

/** @type {import('jest').Config} */
export default {
  ...base,
  testMatch: ['**/*.test.ts'],
  // These have configurations and commands of their own: npm run test:chaos, test:export, test:packages and test:soak.
  testPathIgnorePatterns: ['/node_modules/', '\\.(?:chaos|export|packages|soak)\\.test\\.ts$'],
  // A slow or busy machine must not fail a test. No test waits for a time to pass.
  testTimeout: 60_000
}
