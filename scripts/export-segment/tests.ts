import { existsSync, readFileSync } from 'node:fs'
import { closure } from './imports'
import { type Integration, targetOf } from './layout'

/** Packages that are installed in Segment's monorepo. */
const AVAILABLE = /^(?:@segment\/|lodash\/|nock$|dayjs(?:$|\/)|libphonenumber-js\/|i18n-iso-countries\/|node:)/

/**
 * The tests to export: those whose imports are all exported. Property tests and tests with the sandbox are not.
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
    const isThere = [...files].every((file) =>
      file.startsWith('src/') ? sources.has(file) : targetOf(integration, file) !== undefined && !usesPaths(file)
    )
    return isThere && [...packages].every((name) => AVAILABLE.test(name))
  })
}

/** The snapshot file of a test, if it has one. */
export function snapshotOf(test: string): string[] {
  const snapshot = test.replace(/([^/]+)$/, '__snapshots__/$1.snap')
  return existsSync(snapshot) ? [snapshot] : []
}

/** A path that is built at run time or mocked by name still belongs to this project. */
function usesPaths(file: string): boolean {
  return /__dirname|jest\.mock\(/.test(readFileSync(file, 'utf8'))
}
