import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tiktokConversions, tiktokPixel } from '../../src'

const root = join(__dirname, '../..')
const page = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|\s*(?:row|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

it('has a row for each of the four pages, and says in all of them what it is here', () => {
  expect(rows.length).toBeGreaterThan(150)
  expect(rows.filter(([, row, here]) => row === '' || here === '')).toStrictEqual([])
})

it('has a row for every preset, field and setting that the pages list', () => {
  const named = new Set(rows.map(([, row]) => row))
  const missing = [
    ...(tiktokConversions.presets ?? []).slice(0, 15).map(({ name }) => `Preset ${name}`),
    ...(tiktokPixel.presets ?? []).slice(0, 15).map(({ name }) => `Preset ${name}`),
    ...Object.entries(tiktokConversions.actions['reportWebEvent']?.fields ?? {})
      .filter(([key]) => !['enable_batching', 'batch_size'].includes(key))
      .map(([, { label }]) => `Report Web Event, ${label}`)
  ].filter((row) => !named.has(row))
  expect(missing).toStrictEqual([])
})

it('names a test that is there in every row', () => {
  const missing = rows.filter(([, , , shown = '']) => {
    const tests = [...shown.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '')
    return tests.length === 0 || tests.some((path) => !existsSync(join(root, path)))
  })
  expect(missing).toStrictEqual([])
})
