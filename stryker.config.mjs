/**
 * Changes the source one place at a time and runs the tests that cover the place. A change that no test notices survives.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/shared/**/*.ts', 'src/runtime/**/*.ts', '!**/generated-types.ts'],
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['coverage', 'dist', 'bench', 'demo', 'reports'],
  reporters: ['clear-text', 'progress', 'html', 'json'],
  thresholds: { high: 95, low: 85, break: 85 },
  timeoutMS: 20_000,
  concurrency: 2
}
