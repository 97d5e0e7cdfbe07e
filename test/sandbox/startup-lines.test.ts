import { spawnSync } from 'node:child_process'
import { DEFAULT_TOKENS, startupLines } from '../../src/sandbox'
import { useSandbox } from '../support/use-sandbox'

const running = useSandbox()

test('say where the sandbox listens, which settings to use, and a command', () => {
  expect(startupLines('http://127.0.0.1:8787', { "it's": ['P1', 'P2'] }).slice(0, 6)).toStrictEqual([
    'The sandbox listens on http://127.0.0.1:8787. Open it in a browser to watch the events arrive.',
    '',
    "Access token: it's",
    'Pixel codes and event set IDs of this token: P1, P2',
    '',
    'Send an event:'
  ])
})

test('the command works in a POSIX shell', () => {
  const command = startupLines('$ORIGIN', { "it's": ['P1'] }).at(-1) ?? ''
  const shell = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }; ORIGIN=http://x; ${command}`
  const words = spawnSync('sh', ['-c', shell]).stdout.toString().split('\0')
  expect(words).toStrictEqual([
    'http://x/open_api/v1.3/event/track/',
    '-H',
    "Access-Token: it's",
    '-H',
    'Content-Type: application/json',
    '-d',
    expect.stringMatching(/^\{"event_source":"web","event_source_id":"P1","data":\[\{\n {2}"event":"CompletePayment",/),
    ''
  ])
})

test('the sandbox accepts the event of the command', async () => {
  const command = startupLines(running.sandbox.origin, DEFAULT_TOKENS).at(-1) ?? ''
  const [, body = ''] = /-d '(.*)'$/s.exec(command) ?? []
  await fetch(`${running.sandbox.origin}/open_api/v1.3/event/track/`, {
    method: 'POST',
    headers: { 'Access-Token': 'sandbox-token' },
    body
  })
  expect(running.sandbox.accepted.map(({ data }) => data.event)).toStrictEqual(['CompletePayment'])
})
