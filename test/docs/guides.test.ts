import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { useSandbox } from '../support/use-sandbox'

const run = promisify(execFile)
const root = join(__dirname, '../..')
const running = useSandbox()

/** The first block of a page in a language, and the output behind it. */
function example(name: string, language: string): { source: string; output: string } {
  const page = readFileSync(join(root, 'docs', `${name}.md`), 'utf8')
  const pattern = `^\`\`\`${language}\n(.*?)^\`\`\`(?:\n+^\`\`\`text\n(.*?)^\`\`\`)?`
  const [, source = '', output = ''] = new RegExp(pattern, 'ms').exec(page) ?? []
  return { source, output }
}

// The package's name leads to dist/, as it does for whoever installs it: npm test builds before it runs this.
it.each(['server', 'deduplication', 'test-events', 'consent'])('docs/%s.md prints what it says', async (name) => {
  const { source, output } = example(name, 'js')
  const { stdout } = await run(process.execPath, ['-e', source], { cwd: root })
  expect(stdout).toBe(output)
})

it('docs/serverless.md can be bundled, and the bundle runs without node_modules', async () => {
  const { source } = example('serverless', 'js handler')
  const call = 'exports.handler({ events: [{ type: "track", event: "other" }] }).then((result) => console.log(result))'
  const { outputFiles } = await build({
    stdin: { contents: `${source}\n${call}`, resolveDir: root },
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    write: false
  })
  const ran = run(process.execPath, ['-'], {
    cwd: '/',
    env: { TIKTOK_ACCESS_TOKEN: 'sandbox-token', TIKTOK_PIXEL_CODE: 'SANDBOX_PIXEL' }
  })
  ran.child.stdin?.end(outputFiles[0]?.text)
  expect((await ran).stdout).toBe('{ taken: 0 }\n')
})

it('docs/testing.md prints in Python what it says', async () => {
  const { source, output } = example('testing', 'python')
  const { stdout } = await run('python3', ['-c', source], { env: { ...process.env, SANDBOX: running.sandbox.origin } })
  expect(stdout).toBe(output)
})
