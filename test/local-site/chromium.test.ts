import { browserTests, findChromium } from '../../local-site/chromium'

const only = (path: string) => (candidate: string) => candidate === path

describe('findChromium', () => {
  test.each([
    ['the one that is named', { CHROMIUM_PATH: '/opt/c' }, '/opt/c', '/opt/c'],
    ['a usual place', {}, '/usr/bin/chromium-browser', '/usr/bin/chromium-browser'],
    ['a usual place when the name is blank', { CHROMIUM_PATH: '' }, '/usr/bin/chromium', '/usr/bin/chromium'],
    ['none', {}, '/opt/c', undefined]
  ])('%s', (_case, env, existing, found) => {
    expect(findChromium(env, only(existing))).toBe(found)
  })

  test('a name that leads nowhere is an error', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/opt/c' }, only('/usr/bin/chromium'))).toThrow(
      new Error('CHROMIUM_PATH names /opt/c, but there is no such file')
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
