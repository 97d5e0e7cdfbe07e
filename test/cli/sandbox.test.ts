import type { ChildProcess } from 'node:child_process'
import { EVENT_TRACK_PATH } from '../../src/sandbox'
import { request } from '../sandbox/http'
import { bodyWith } from '../sandbox/post'
import { type Result, run, SANDBOX_ENV, start } from './binary'

/** A running `segment-tiktok sandbox`. */
interface Running {
  readonly child: ChildProcess
  readonly result: Promise<Result>
  readonly printed: string
  readonly origin: string
}

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts the command on a free port and waits until it has printed its lines. */
async function startCommand(...args: readonly string[]): Promise<Running> {
  const { child, result } = start(['sandbox', '--port', '0', ...args])
  children.push(child)
  const printed = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('Ctrl-C')) resolve(text)
    })
    child.once('exit', () => {
      reject(new Error(`The sandbox ended early: ${text}`))
    })
  })
  return { child, result, printed, origin: /http:\/\/[\d.]+:\d+/.exec(printed)?.[0] ?? '' }
}

/** Sends an event with this token and source, and returns the sandbox's answer. */
async function answerTo(origin: string, token: string, source: string): Promise<unknown> {
  const headers = { 'Access-Token': token }
  const body = JSON.stringify({ ...bodyWith(), event_source_id: source })
  const { text } = await request({ origin }, EVENT_TRACK_PATH, { method: 'POST', headers, body })
  return (JSON.parse(text) as { code: unknown }).code
}

describe('sandbox', () => {
  it('prints its address, the settings, and a curl line that works; Ctrl-C ends it', async () => {
    const { child, result, printed, origin } = await startCommand()
    expect(printed).toContain('Access token: sandbox-token\n')
    expect(printed).toContain('SANDBOX_PIXEL, SANDBOX_CRM, SANDBOX_OFFLINE\n')
    expect(await run(['check', '--api', origin], { env: SANDBOX_ENV })).toMatchObject({ code: 0 })
    const curl = /^curl [^]*?'$/m.exec(printed.slice(0, printed.indexOf('\n\nCtrl-C')))?.[0] ?? ''
    expect(curl).toContain(`${origin}${EVENT_TRACK_PATH}`)
    expect(curl).toContain("-H 'Access-Token: sandbox-token'")
    const [, body = ''] = /-d '(.*)'/s.exec(curl) ?? []
    const headers = { 'Access-Token': 'sandbox-token', 'Content-Type': 'application/json' }
    const answer = await request({ origin }, EVENT_TRACK_PATH, { method: 'POST', headers, body })
    expect(JSON.parse(answer.text)).toMatchObject({ code: 0 })
    child.kill('SIGINT')
    expect(await result).toMatchObject({ code: 0, stderr: '' })
  })

  it('--token and --source can be repeated: each token may use each source, and other tokens and sources are refused', async () => {
    const { printed, origin } = await startCommand(
      ...['--token', 'token-1', '--token', 'token-2', '--source', 'PIXEL_1', '--source', 'PIXEL_2']
    )
    for (const token of ['token-1', 'token-2']) {
      expect(printed).toContain(
        `Access token: ${token}\nPixel codes and event set IDs of this token: PIXEL_1, PIXEL_2\n`
      )
      expect(await answerTo(origin, token, 'PIXEL_1')).toBe(0)
      expect(await answerTo(origin, token, 'PIXEL_2')).toBe(0)
      expect(await answerTo(origin, token, 'SANDBOX_PIXEL')).toBe(40001)
    }
    expect(await answerTo(origin, 'sandbox-token', 'PIXEL_1')).toBe(40105)
  })

  it('--token alone keeps the sources, and --source alone keeps the token', async () => {
    const [token, source] = await Promise.all([startCommand('--token', 'own'), startCommand('--source', 'OWN')])
    expect(await answerTo(token.origin, 'own', 'SANDBOX_CRM')).toBe(0)
    expect(await answerTo(source.origin, 'sandbox-token', 'OWN')).toBe(0)
    expect(await answerTo(source.origin, 'sandbox-token', 'SANDBOX_PIXEL')).toBe(40001)
  })

  it('--host 0.0.0.0 with --token requires the token, and answers only for an --allow-host', async () => {
    const { printed, origin } = await startCommand(
      ...['--host', '0.0.0.0', '--token', 'own-token', '--allow-host', 'one.test', '--allow-host', 'two.test']
    )
    expect(printed).toContain('Access token: own-token\n')
    const statusOf = async (path: string, headers: Record<string, string>) =>
      (await request({ origin }, path, { headers })).status
    expect(await statusOf('/requests', {})).toBe(401)
    expect(await statusOf('/live', { 'Access-Token': 'sandbox-token' })).toBe(401)
    for (const Host of ['one.test', 'two.test:8787', new URL(origin).host]) {
      expect([Host, await statusOf('/requests', { 'Access-Token': 'own-token', Host })]).toStrictEqual([Host, 200])
    }
    expect(await statusOf('/requests', { 'Access-Token': 'own-token', Host: 'three.test' })).toBe(403)
  })

  it.each([
    [['--host', '0.0.0.0'], 'Other machines can reach 0.0.0.0. Give the sandbox your own token'],
    [['--host', '0.0.0.0', '--token', 'sandbox-token'], 'Give the sandbox your own token instead of sandbox-token.'],
    [['--host', '192.0.2.1', '--token', 'own'], 'Port 0 of 192.0.2.1 cannot be used (EADDRNOTAVAIL).'],
    [['--host', 'no-such-host.invalid', '--token', 'own'], 'Port 0 of no-such-host.invalid cannot be used (E'],
    [['--port', '70000'], 'It must be a whole number from 0 to 65535.'],
    [['--sorce', 'X'], "unknown option '--sorce'\n(Did you mean --source?)"]
  ])('%j is an error', async (args, message) => {
    const { code, stdout, stderr } = await run(['sandbox', '--port', '0', ...args])
    expect(stderr).toContain(message)
    expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' })
  })

  it('a port in use is an error', async () => {
    const { origin } = await startCommand()
    const { code, stderr } = await run(['sandbox', '--port', new URL(origin).port])
    expect(stderr).toContain('is in use. Choose another with --port.')
    expect(code).toBe(2)
  })
})
