import { run } from './binary'

describe('--help', () => {
  it.each([
    '',
    'preview',
    'send',
    'check',
    'presets',
    'sandbox',
    'relay',
    'relay status',
    'relay dead',
    'relay dead list',
    'relay dead show',
    'relay dead redrive',
    'relay dead export'
  ])('segment-tiktok %s', async (command) => {
    const { code, stdout, stderr } = await run([...command.split(' ').filter(Boolean), '--help'])
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
    expect(stdout).toMatchSnapshot()
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})

it('a missing command is an error, with the help', async () => {
  const { code, stdout, stderr } = await run([])
  expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('Usage: segment-tiktok')
})

it('--version prints the version', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' })
})
