import { releaseChangelog } from '../../scripts/changelog'

const HEAD = '# Changelog\n\n## [Unreleased]\n'

describe('releaseChangelog', () => {
  it('moves the unreleased changes under the version', () => {
    expect(releaseChangelog(`${HEAD}\n- New.\n\n## [0.1.0] - 2026-01-01\n\n- First.\n`, '0.2.0', '2026-11-21')).toBe(
      `${HEAD}\n## [0.2.0] - 2026-11-21\n\n- New.\n\n## [0.1.0] - 2026-01-01\n\n- First.\n`
    )
  })

  it('works for the first version', () => {
    expect(releaseChangelog(`${HEAD}\n- First.\n`, '0.1.0', '2026-11-21')).toBe(
      `${HEAD}\n## [0.1.0] - 2026-11-21\n\n- First.\n`
    )
  })

  it.each([
    { text: '# Changelog\n', message: 'has no heading' },
    { text: `${HEAD}\n## [0.1.0] - 2026-01-01\n\n- First.\n`, message: 'no unreleased changes' },
    { text: HEAD, message: 'no unreleased changes' },
    { text: `${HEAD}\n- New.\n\n## [0.2.0] - 2026-01-01\n`, message: 'already has a section for 0.2.0' }
  ])('refuses a changelog: $message', ({ text, message }) => {
    expect(() => releaseChangelog(text, '0.2.0', '2026-11-21')).toThrow(message)
  })
})
