/**
 * Mutation testing: changes one place in the source at a time and runs the tests that cover it. The score is the share of
 * changes that make a test fail.
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
  // Jest keeps the code that each mutant loaded. After a hundred mutants, a process uses several gigabytes.
  maxTestRunnerReuse: 50,
  concurrency: 2
}
