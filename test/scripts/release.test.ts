import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(__dirname, '..', '..')

/** Runs `npm run release` without npm. */
async function release(...args: string[]): Promise<string> {
  const script = [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(ROOT, 'scripts', 'release.ts'), ...args]
  const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: ROOT })
  return stdout
}

describe('npm run release', () => {
  it('shows its usage when no version is given', async () => {
    expect(await release()).toMatch(/^Releases a version\.\n.*npm run release -- 0\.2\.0 .*git push --follow-tags/s)
  })

  it('shows the changes', async () => {
    const shown = await release('99.0.0', '--dry-run')
    expect(shown).toMatch(/## \[Unreleased\]\n\n## \[99\.0\.0\] - \d{4}-\d\d-\d\d\n/)
    expect(shown).toMatch(/The tag would be v99\.0\.0\.\n$/)
  })

  it('refuses an invalid version', async () => {
    await expect(release('soon')).rejects.toThrow('soon is not a version such as 0.2.0.')
  })
})
