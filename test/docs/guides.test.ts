import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import { builtFile } from '../support/built-file'
import { useSandbox } from '../support/use-sandbox'
import { blockOf } from './block-of'
import { createGuideFolder } from './guide-folder'

const run = promisify(execFile)
const root = join(__dirname, '../..')
const running = useSandbox()

// The name of the package resolves to dist/, as it does for users.
beforeAll(() => {
  builtFile('index.js')
})

it.each(['deduplication', 'test-events', 'consent'])(
  'the example of docs/%s.md prints the documented output',
  async (name) => {
    const page = `docs/${name}.md`
    const { stdout } = await run(process.execPath, ['-e', blockOf(page, 'js')], { cwd: root })
    expect(stdout).toBe(blockOf(page, 'text'))
  }
)

it('the commands of docs/sandbox.md run', async () => {
  const script = run(process.execPath, ['--input-type=module', '-e', blockOf('docs/sandbox.md', 'js')], { cwd: root })
  expect(await script).toStrictEqual({ stdout: '', stderr: '' })
})

it('the Python example of docs/testing.md prints the documented output', async () => {
  const env = { ...process.env, SANDBOX: running.sandbox.origin }
  const { stdout } = await run('python3', ['-c', blockOf('docs/testing.md', 'python')], { env })
  expect(stdout).toBe(blockOf('docs/testing.md', 'text'))
})

describe('the handler of docs/serverless.md, bundled and without node_modules', () => {
  const calls = `
    const order = { type: 'track', event: 'Order Completed', messageId: 'order-1', properties: { revenue: 20 } }
    const events = [order, { type: 'track', event: 'Other' }, { ...order, properties: { revenue: '$20' } }]
    exports.handler({ events }).then(console.log, (error) => console.log(error.message))`

  /** Bundles the handler as the guide says and runs it. */
  async function handle(): Promise<string> {
    const source = blockOf('docs/serverless.md', 'js handler')
    const folder = createGuideFolder({ 'handler.js': source + calls }, [])
    try {
      const options = { bundle: true, platform: 'node', target: 'node20', logLevel: 'silent', write: false } as const
      const { outputFiles } = buildSync({ ...options, entryPoints: [join(folder.path, 'handler.js')] })
      const settings = { TIKTOK_ACCESS_TOKEN: 'sandbox-token', TIKTOK_PIXEL_CODE: 'SANDBOX_PIXEL' }
      const script = run(process.execPath, ['--require', join(__dirname, 'redirect-tiktok.cjs'), '-'], {
        cwd: '/',
        env: { ...settings, SANDBOX: running.sandbox.origin }
      })
      script.child.stdin?.end(outputFiles.map(({ text }) => text).join('\n'))
      return (await script).stdout
    } finally {
      folder.remove()
    }
  }

  it('delivers events, and accepts those that would be rejected again', async () => {
    expect(await handle()).toBe('{ delivered: 1 }\n')
    expect(running.sandbox.accepted.map(({ data }) => data.event_id)).toStrictEqual(['order-1'])
  })

  it.each([
    ['a rate limit', { code: 40100 }, 'TikTok received too many requests.'],
    ['a token that is not accepted', { code: 40105 }, 'TikTok does not accept the access token.']
  ])('fails after %s, because the events have to be sent again', async (_case, fault, message) => {
    running.sandbox.fail(fault)
    expect(await handle()).toContain(`1 to be sent again: ${message}`)
  })
})
