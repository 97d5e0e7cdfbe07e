import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useSandbox } from '../support/use-sandbox'
import { run, SANDBOX_ENV } from './binary'
import { useFolder } from './temp-folder'

const folder = useFolder()
const running = useSandbox()

describe('the exit code of check is', () => {
  const check = (env: Readonly<Record<string, string>>) =>
    run(['check', '--api', running.sandbox.origin], { env: { ...SANDBOX_ENV, ...env } })

  it('0 if TikTok accepts the token and the source, and TikTok counts no event', async () => {
    expect(await check({})).toMatchObject({ code: 0, stdout: '✓ TikTok accepts the token for SANDBOX_PIXEL.\n' })
    expect(running.sandbox.counted).toHaveLength(0)
  })

  it.each([
    ['token', { TIKTOK_ACCESS_TOKEN: 'wrong-token' }],
    ['source', { TIKTOK_PIXEL_CODE: 'OTHER_PIXEL' }]
  ])('3 if TikTok refuses the %s', async (_, env) => {
    const { code, stderr } = await check(env)
    expect(code).toBe(3)
    expect(stderr).toMatch(/^error: .+TikTok Events Manager|^error: .+permission/)
    expect(stderr).not.toContain('wrong-token')
  })

  it('4 if TikTok cannot be reached', async () => {
    running.sandbox.fail({ status: 502 })
    const { code, stderr } = await check({})
    expect(stderr).toContain('error: ')
    expect(code).toBe(4)
  })
})

describe('presets', () => {
  it.each(['conversions', 'offline'])('print a mapping file for %s that send accepts', async (destination) => {
    const { stdout } = await run(['presets', '--destination', destination])
    const mapping = join(folder.path, `${destination}.json`)
    writeFileSync(mapping, stdout)
    const events = folder.write(
      'events.ndjson',
      JSON.stringify({
        type: 'track',
        event: 'Signed Up',
        messageId: 'a',
        context: { traits: { email: 'a@example.com' } }
      })
    )
    const sent = await run(['send', events, '--destination', destination, '--mapping', mapping, '--dry-run'])
    expect(sent).toMatchObject({ code: 0 })
    expect(JSON.parse(readFileSync(mapping, 'utf8'))).toHaveLength(28)
  })

  it('names the known destinations if the destination is unknown', async () => {
    const { code, stderr } = await run(['presets', '--destination', 'ofline'])
    expect(stderr).toContain('Allowed choices are conversions, offline.')
    expect(code).toBe(2)
  })
})
