const { TestEnvironment } = require('jest-environment-node')

/** Skips the tests after the first failure, because one failure is enough to detect a mutant. */
module.exports = class extends TestEnvironment {
  #hasFailed = false

  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.#hasFailed = true
    if (name === 'test_start' && this.#hasFailed) test.mode = 'skip'
  }
}
