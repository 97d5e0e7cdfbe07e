import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Jest loads the source again for each test file, which takes longer than the tests. So all tests run in this file.

const TESTS = join(__dirname, '..')
const FOLDERS = ['runtime', 'destinations', 'shared']

/** Tests with random events repeat the other tests and take longest. */
const IS_LONG = /soak|batch\.property|bad-events\.property|conversions\/property/

/** These tests need a browser's environment, their own snapshots, modules that are not loaded yet, or the source as text. */
const NEEDS_OWN_FILE = /@jest-environment|toMatchSnapshot|jest\.mock|readFileSync/

/** These come last, because a mutant's run ends at the first test that fails. */
const IS_SLOW = /batch|agreement|connect|property/

const slowLast = (one: string, other: string): number => Number(IS_SLOW.test(one)) - Number(IS_SLOW.test(other))

for (const folder of FOLDERS) {
  for (const name of readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' }).sort(slowLast)) {
    const path = join(TESTS, folder, name)
    if (!name.endsWith('.test.ts') || IS_LONG.test(name) || NEEDS_OWN_FILE.test(readFileSync(path, 'utf8'))) continue
    describe(join(folder, name), () => {
      jest.requireActual(path)
    })
  }
}
