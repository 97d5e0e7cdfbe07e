import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tiktokConversions } from '../../src'

const folder = join(__dirname, '../../docs')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replaceAll('\\', '/'))

it.each([
  ['docs/README.md', 'README.md', ''],
  ['README.md', '../README.md', 'docs/']
])('%s links to every page', (_name, path, prefix) => {
  const index = read(path)
  const missing = pages.filter((name) => join(path) !== name && !index.includes(`](${prefix}${name})`))
  expect(missing).toStrictEqual([])
})

it('each row of docs/migrating.md is a preset with its trigger and its TikTok event', () => {
  const rows = [...read('migrating.md').matchAll(/^\| .+? +\| (.+?) +\| (.+?) +\| `(\w+)` +\|$/gm)]
  const wrong = rows.filter(([, segment = '', name = '', event]) => {
    const preset = tiktokConversions.presets?.find((one) => one.name === name)
    if (preset?.type !== 'automatic' || preset.mapping?.['event'] !== event) return true
    const [, track, property] = /^`([^`]+)`(?: with `(\w+)`)?$/.exec(segment) ?? []
    const filter = property === undefined ? '' : ` and properties.${property} = true`
    return preset.subscribe !== (track === undefined ? 'type = "page"' : `event = "${track}"${filter}`)
  })
  expect(wrong.map(([row]) => row)).toStrictEqual([])
  expect(rows).toHaveLength(11 + 14)
})
