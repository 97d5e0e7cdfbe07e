import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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

it('names a test that is there in every row', () => {
  const missing = rows.filter(([, , , shown = '']) => {
    const tests = [...shown.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '')
    return tests.length === 0 || tests.some((path) => !existsSync(join(root, path)))
  })
  expect(missing).toStrictEqual([])
})
