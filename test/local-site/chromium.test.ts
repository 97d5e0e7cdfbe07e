import { browserTests, findChromium } from '../../local-site/chromium'

const only = (path: string) => (candidate: string) => candidate === path

describe('findChromium', () => {
  test.each([
    ['the path in CHROMIUM_PATH', { CHROMIUM_PATH: '/opt/c' }, '/opt/c', '/opt/c'],
    ['a usual path', {}, '/usr/bin/chromium-browser', '/usr/bin/chromium-browser'],
    ['a usual path when CHROMIUM_PATH is blank', { CHROMIUM_PATH: '' }, '/usr/bin/chromium', '/usr/bin/chromium'],
    ['none', {}, '/opt/c', undefined]
  ])('returns %s', (_case, env, existing, found) => {
    expect(findChromium(env, only(existing))).toBe(found)
  })

  test('throws if the file is missing', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/opt/c' }, only('/usr/bin/chromium'))).toThrow(
      new Error('CHROMIUM_PATH is /opt/c, but that file does not exist')
    )
  })
})

describe('browserTests', () => {
  test.each([
    ['run', {}, '/usr/bin/chromium'],
    ['run', { CI: '1' }, '/usr/bin/chromium'],
    ['run', { CI: 'true' }, '/nowhere'],
    ['skip', {}, '/nowhere'],
    ['skip', { CI: 'false' }, '/nowhere']
  ] as const)('%s with %j and a file at %s', (expected, env, existing) => {
    expect(browserTests(env, only(existing))).toBe(expected)
  })
})
