import { existsSync, readFileSync } from 'node:fs'
import { closure } from './imports'
import { type Integration, targetOf } from './layout'

/** Packages that Segment's monorepo has or that the pull requests add. */
const AVAILABLE = /^(?:@segment\/|lodash\/|nock$|dayjs(?:$|\/)|libphonenumber-js\/|i18n-iso-countries\/|node:)/

/**
 * Lists the tests to export: those that import only exported files and available packages. This excludes property
 * tests, which need fast-check, and tests that use the sandbox.
 * @param tests the paths of all tests
 * @param integration the pull request
 * @param sources the source files that are exported
 */
export function exportableTests(
  tests: readonly string[],
  integration: Integration,
  sources: ReadonlySet<string>
): string[] {
  return tests.filter((test) => {
    if (targetOf(integration, test) === undefined) return false
    const { files, packages } = closure([test])
    const areExported = [...files].every((file) =>
      file.startsWith('src/') ? sources.has(file) : targetOf(integration, file) !== undefined && !usesPaths(file)
    )
    return areExported && [...packages].every((name) => AVAILABLE.test(name))
  })
}

/** Returns the snapshot file of a test, if there is one. */
export function snapshotOf(test: string): string[] {
  const snapshot = test.replace(/([^/]+)$/, '__snapshots__/$1.snap')
  return existsSync(snapshot) ? [snapshot] : []
}

/** Whether a file builds paths at run time or mocks modules by path. Such paths are not converted. */
function usesPaths(file: string): boolean {
  return /__dirname|jest\.mock\(/.test(readFileSync(file, 'utf8'))
}
