import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import manifest from '../../package.json'

const FOLDER = join(__dirname, '..', '..', '.github', 'workflows')

const step = v.looseObject({ uses: v.optional(v.string()), run: v.optional(v.string()) })
const workflow = v.looseObject({
  on: v.looseObject({}),
  permissions: v.record(v.string(), v.picklist(['read', 'write'])),
  jobs: v.record(v.string(), v.looseObject({ 'runs-on': v.string(), steps: v.array(step) }))
})

const read = (file: string) => v.parse(workflow, parse(readFileSync(join(FOLDER, file), 'utf8')))

/** The commands of all jobs of a workflow. */
function commandsOf(file: string): string[] {
  return Object.values(read(file).jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
}

describe.each(readdirSync(FOLDER))('.github/workflows/%s', (file) => {
  it('runs scripts that package.json has', () => {
    const scripts = commandsOf(file).flatMap((command) =>
      [...command.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name)
    )
    expect(Object.keys(manifest.scripts)).toStrictEqual(expect.arrayContaining(scripts))
  })
})

it('tests on every supported version of Node.js and on three systems', () => {
  const { jobs } = read('test.yml')
  expect(jobs['linux']?.['strategy']).toStrictEqual({ 'fail-fast': false, matrix: { node: [20, 22, 24] } })
  expect(jobs['other-systems']?.['strategy']).toMatchObject({ matrix: { system: ['macos-latest', 'windows-latest'] } })
  expect(commandsOf('test.yml')).toStrictEqual(
    expect.arrayContaining(['npm test', 'npm run test:packages', 'npm run test:soak', 'npm run test:coverage'])
  )
})

it('publishes with provenance, after all tests, and only from a tag', () => {
  const commands = commandsOf('release.yml')
  const publish = commands.findIndex((command) => command.includes('npm publish --provenance'))
  expect(commands.indexOf('npm test')).toBeLessThan(publish)
  expect(commands.indexOf('npm run test:packages')).toBeLessThan(publish)
  expect(commands[publish]).toContain("github.event_name == 'workflow_dispatch' && '--dry-run'")
  expect(read('release.yml').permissions).toStrictEqual({ contents: 'read', 'id-token': 'write' })
})
