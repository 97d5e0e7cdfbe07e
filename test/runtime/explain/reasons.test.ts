import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

it('the source states each reason only once', () => {
  const source = join(__dirname, '../../../src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const texts = files.flatMap((file) => {
    const code = readFileSync(join(source, file), 'utf8')
    return [...code.matchAll(/\breason:\s*(['"`])(.+?)\1,?\n/g)].map(([, , text]) => text)
  })
  expect(texts.length).toBeGreaterThan(40)
  expect(texts).toStrictEqual([...new Set(texts)])
})
