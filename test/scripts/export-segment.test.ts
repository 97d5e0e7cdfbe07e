import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { convertModule } from '../../scripts/export-segment/convert'
import { closure } from '../../scripts/export-segment/imports'
import { INTEGRATIONS, targetOf } from '../../scripts/export-segment/layout'
import { exportableTests } from '../../scripts/export-segment/tests'

const ROOT = join(__dirname, '..', '..')
const [conversions, , pixel] = INTEGRATIONS
if (conversions === undefined || pixel === undefined) throw new TypeError('an integration is missing')

describe('a module for the monorepo', () => {
  let folder: string

  beforeEach(() => {
    // The file is inside src, because its path decides where it goes.
    folder = mkdtempSync(join(ROOT, 'src/shared/export-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  function convert(text: string): string {
    const file = join(folder, 'module.ts')
    writeFileSync(file, text)
    return convertModule(relative(process.cwd(), file), conversions as NonNullable<typeof conversions>).text
  }

  it('imports types and values separately', () => {
    expect(convert(`import { type A, b } from '../coerce'\nexport { type A } from '../coerce'\n`)).toBe(
      `import type { A } from '../coerce'\nimport { b } from '../coerce'\nexport type { A } from '../coerce'\n`
    )
  })

  it('calls a helper instead of satisfies', () => {
    expect(convert(`export const list = ['a'] as const satisfies string[]\n`)).toBe(
      `import { conformsTo } from '../conforms-to'\nexport const list = conformsTo<readonly string[]>()(['a'] as const)\n`
    )
  })

  it("sends hashes and dates through Segment's helpers", () => {
    const text = `import { hash } from 'node:crypto'\nimport dayjs from 'dayjs'\nimport utc from 'dayjs/plugin/utc'\ndayjs.extend(utc)\nexport const a = hash('sha256', 'x')\n`
    expect(convert(text)).toBe(
      `import { processHashing } from '../../hashing-utils'\nimport dayjs from '../../dayjs'\nexport const a = processHashing('x', 'sha256', 'hex')\n`
    )
  })

  it('imports modules at the top instead of requiring them on demand', () => {
    expect(convert(`export const parser = () => require('libphonenumber-js/max')\n`)).toBe(
      `import * as libphonenumberJsMax from 'libphonenumber-js/max'\nexport const parser = () => libphonenumberJsMax\n`
    )
  })

  it.each([
    [`import { hash } from 'node:crypto'\nhash('md5', 'x')\n`, "only hash('sha256', value) can be converted"],
    [`export const load = (name: string) => require(name)\n`, 'a require without a name'],
    [`import { start } from '../../sandbox'\n`, 'has no path in the pull request for conversions'],
    [`import { gone } from './gone'\n`, 'which does not exist']
  ])('is refused if it cannot be converted: %s', (text, reason) => {
    expect(() => convert(text)).toThrow(reason)
  })
})

describe('the path of a file in the monorepo', () => {
  it.each([
    ['src/destinations/tiktok-conversions/route.ts', 'destinations/tiktok-conversions/route.ts'],
    ['src/shared/coerce.ts', 'lib/tiktok/coerce.ts'],
    ['test/destinations/tiktok-conversions/errors.test.ts', 'destinations/tiktok-conversions/__tests__/errors.test.ts'],
    ['test/shared/coerce.test.ts', 'lib/tiktok/__tests__/coerce.test.ts'],
    ['test/support/failure.ts', 'lib/tiktok/test-support/failure.ts'],
    ['test/vectors.json', 'lib/tiktok/test-support/vectors.json']
  ])('of %s is %s', (file, place) => {
    expect(targetOf(conversions, file)).toBe(`packages/destination-actions/src/${place}`)
  })

  it.each([
    'src/sandbox/start.ts',
    'src/runtime/connect.ts',
    'src/destinations/tiktok-pixel/index.ts',
    'test/readme/x.ts'
  ])('is undefined for %s', (file) => {
    expect(targetOf(conversions, file)).toBeUndefined()
  })

  it('is in the folders of its integration, for every source', () => {
    for (const integration of INTEGRATIONS) {
      for (const file of closure([`${integration.folder}/index.ts`]).files) {
        const target = targetOf(integration, file) ?? 'none'
        expect([integration.target, integration.shared].some((place) => target.startsWith(`${place}/`))).toBe(true)
      }
    }
  })
})

test('a test is exported if all its imports are', () => {
  const sources = closure([`${conversions.folder}/index.ts`]).files
  const snapshot = 'test/destinations/tiktok-conversions/snapshot.test.ts'
  const withSandbox = 'test/shared/events-api/batch.test.ts'
  const withPropertyTests = 'test/shared/identity/phone.test.ts'
  const ofPixel = 'test/destinations/tiktok-pixel/ttq.test.ts'
  const tests = [snapshot, withSandbox, withPropertyTests, ofPixel]
  expect(exportableTests(tests, conversions, sources)).toStrictEqual([snapshot])
})
