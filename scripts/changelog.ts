const UNRELEASED = '## [Unreleased]'

/**
 * Moves the unreleased changes of a changelog under the heading of a version.
 * @param text the changelog, in the format of Keep a Changelog
 * @param version e.g. `0.2.0`
 * @param date e.g. `2026-11-21`
 */
export function releaseChangelog(text: string, version: string, date: string): string {
  const start = text.indexOf(UNRELEASED)
  if (start === -1) throw new RangeError(`CHANGELOG.md has no heading "${UNRELEASED}".`)
  if (text.includes(`## [${version}]`)) throw new RangeError(`CHANGELOG.md already has a section for ${version}.`)
  const after = start + UNRELEASED.length
  const next = text.indexOf('\n## [', after)
  const changes = text.slice(after, next === -1 ? undefined : next)
  if (changes.trim() === '') throw new RangeError('CHANGELOG.md has no unreleased changes.')
  return `${text.slice(0, after)}\n\n## [${version}] - ${date}${text.slice(after)}`
}
