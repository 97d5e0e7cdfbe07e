import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useSandbox } from '../support/use-sandbox'
import { run, SANDBOX_ENV, start } from './binary'
import { useFolder } from './temp-folder'

const folder = useFolder()
const running = useSandbox()

describe('check', () => {
  const check = (env: Readonly<Record<string, string>>) =>
    run(['check', '--api', running.sandbox.origin], { env: { ...SANDBOX_ENV, ...env } })

  it('0: TikTok accepts the token and the source and counts no event', async () => {
    expect(await check({})).toMatchObject({ code: 0, stdout: '✓ TikTok accepts the token for SANDBOX_PIXEL.\n' })
    expect(running.sandbox.counted).toHaveLength(0)
  })

  it.each([
    ['token', { TIKTOK_ACCESS_TOKEN: 'wrong-token' }],
    ['source', { TIKTOK_PIXEL_CODE: 'OTHER_PIXEL' }]
  ])('3: TikTok refuses the %s', async (_, env) => {
    const { code, stderr } = await check(env)
    expect(code).toBe(3)
    expect(stderr).toMatch(/^error: .+TikTok Events Manager|^error: .+permission/)
    expect(stderr).not.toContain('wrong-token')
  })

  it('4: TikTok cannot be reached', async () => {
    running.sandbox.fail({ status: 502 })
    const { code, stderr } = await check({})
    expect(stderr).toContain('error: ')
    expect(code).toBe(4)
  })
})

describe('presets', () => {
  it.each(['conversions', 'offline'])('are a mapping file of %s that send takes', async (destination) => {
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

describe('sandbox', () => {
  it('prints its address, its settings and a curl command that works', async () => {
    const { child, result } = start(['sandbox', '--port', '0'])
    const printed = await new Promise<string>((resolve) => {
      let text = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('Ctrl-C')) resolve(text)
      })
    })
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? ''
    expect(printed).toContain('Access token: sandbox-token\n')
    expect(await run(['check', '--api', origin], { env: SANDBOX_ENV })).toMatchObject({ code: 0 })
    const curl = /^curl [^]*?'$/m.exec(printed.slice(0, printed.indexOf('\n\nCtrl-C')))?.[0] ?? ''
    expect(curl).toContain(`${origin}/open_api/v1.3/event/track/`)
    const body = /-d '(.*)'/.exec(printed)?.[1] ?? ''
    const answer = await fetch(`${origin}/open_api/v1.3/event/track/`, {
      method: 'POST',
      headers: { 'Access-Token': 'sandbox-token', 'Content-Type': 'application/json' },
      body
    })
    expect(await answer.json()).toMatchObject({ code: 0 })

    const taken = await run(['sandbox', '--port', new URL(origin).port])
    expect(taken).toMatchObject({ code: 2 })
    expect(taken.stderr).toContain('is taken. Choose another with --port.')
    child.kill('SIGINT')
    expect((await result).code).toBe(0)
  })
})
