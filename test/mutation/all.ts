import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Jest loads the source anew for each test file, which takes longer than the tests. So a mutant runs one file.

const TESTS = join(__dirname, '..')
const FOLDERS = ['shared', 'runtime', 'destinations']

/** Tests with random events repeat the others, and take longest. */
const IS_LONG = /property|soak/

/** These need a browser's environment, snapshots of their own, or modules that nothing has loaded. */
const NEEDS_OWN_FILE = /@jest-environment|toMatchSnapshot|jest\.mock/

for (const folder of FOLDERS) {
  for (const name of readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })) {
    const path = join(TESTS, folder, name)
    if (!name.endsWith('.test.ts') || IS_LONG.test(name) || NEEDS_OWN_FILE.test(readFileSync(path, 'utf8'))) continue
    describe(join(folder, name), () => {
      jest.requireActual(path)
    })
  }
}
