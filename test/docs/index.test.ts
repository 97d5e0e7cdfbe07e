import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tiktokConversions } from '../../src'

const folder = join(__dirname, '../../docs')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

it('the index names every page', () => {
  const index = read('README.md')
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  const missing = pages.filter((name) => name !== 'README.md' && !index.includes(`](${name})`))
  expect(missing).toStrictEqual([])
})

it('every preset of docs/migrating.md exists, with the event of its row', () => {
  const rows = [...read('migrating.md').matchAll(/^\| .+? +\| `([^`]+)`.*? +\| (.+?) +\|$/gm)]
  const found = rows.map(([, event = '', name = '']) => {
    const preset = tiktokConversions.presets?.find((one) => one.name === name)
    return preset?.type === 'automatic' && preset.subscribe.includes(`event = "${event}"`) ? 'exists' : name
  })
  expect(found).toStrictEqual(Array(10).fill('exists'))
})
