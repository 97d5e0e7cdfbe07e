// Prepares a release on this machine. The release workflow on GitHub publishes it.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { releaseChangelog } from './changelog'

const EXPLANATION = `Releases a version.

  npm run release -- 0.2.0             prepares version 0.2.0
  npm run release -- 0.2.0 --dry-run   shows what would change

It needs a clean working tree and changes under "Unreleased" in CHANGELOG.md. It
  1. moves these changes under a heading with the version and today's date,
  2. sets the version in package.json and package-lock.json,
  3. commits these files and creates the tag v0.2.0.
It does not push. After "git push --follow-tags", the tag starts the workflow "release", which runs npm test and
npm run test:packages, and publishes the package to npm with provenance. The workflow needs the secret NPM_TOKEN. If
you start it by hand, it does everything except publishing.
`

const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean' } } })
  const [version] = positionals
  if (version === undefined) {
    process.stdout.write(EXPLANATION)
    return
  }
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) throw new RangeError(`${version} is not a version such as 0.2.0.`)
  const changelog = releaseChangelog(
    readFileSync('CHANGELOG.md', 'utf8'),
    version,
    new Date().toISOString().slice(0, 10)
  )
  if (values['dry-run']) {
    process.stdout.write(`CHANGELOG.md would be:\n\n${changelog}\nThe tag would be v${version}.\n`)
    return
  }
  if (run('git', 'status', '--porcelain') !== '') throw new RangeError('Commit or remove your changes first.')
  writeFileSync('CHANGELOG.md', changelog)
  run('npm', 'version', version, '--no-git-tag-version')
  run('git', 'commit', '--all', '--message', `Release ${version}`)
  run('git', 'tag', '--annotate', `v${version}`, '--message', `Release ${version}`)
  process.stdout.write(`Version ${version} is committed and tagged. To publish it: git push --follow-tags\n`)
}

try {
  main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
