import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Jest loads the source again for each test file, which takes longer than the tests. So all tests run in this file.

const TESTS = join(__dirname, '..')
const FOLDERS = ['shared', 'runtime', 'destinations']

/** Tests with random events repeat the other tests and take longest. */
const IS_LONG = /property|soak/

/** These tests need a browser's environment, their own snapshots, modules that are not loaded yet, or the source as text. */
const NEEDS_OWN_FILE = /@jest-environment|toMatchSnapshot|jest\.mock|readFileSync/

for (const folder of FOLDERS) {
  for (const name of readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })) {
    const path = join(TESTS, folder, name)
    if (!name.endsWith('.test.ts') || IS_LONG.test(name) || NEEDS_OWN_FILE.test(readFileSync(path, 'utf8'))) continue
    describe(join(folder, name), () => {
      jest.requireActual(path)
    })
  }
}
