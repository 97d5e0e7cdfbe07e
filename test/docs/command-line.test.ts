import { execFile } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BINARY } from '../cli/binary'
import { useFolder } from '../cli/temp-folder'
import { useSandbox } from '../support/use-sandbox'

const ROOT = join(__dirname, '../..')

/** Write the outputs into the pages instead of comparing them: WRITE_DOCS=1 npx jest test/docs/command-line.test.ts */
const WRITES = process.env['WRITE_DOCS'] === '1'

/** A block of commands and the block of their output. */
const STEP = /^```sh\n(.*?)^```\n\n```text\n(.*?)^```/gms

/** Replaces npx by the binary. Commands with settings send to the sandbox instead of TikTok. */
const NPX = `npx() {
  shift
  case " $* " in *" --settings "*) set -- "$@" --api "$SANDBOX" ;; esac
  node "$BINARY" "$@"
}
`

const running = useSandbox()

function bash(script: string, cwd: string): Promise<string> {
  const env = {
    PATH: process.env['PATH'],
    BINARY,
    SANDBOX: running.sandbox.origin,
    TZ: 'UTC'
  }
  return new Promise((resolve) => {
    execFile('bash', ['--norc', '-c', NPX + script], { cwd, env }, (_, stdout, stderr) => {
      resolve(`${stdout}${stderr}`.replace(/^(Time +)\d+ s$/gm, '$11 s'))
    })
  })
}

describe.each(['upload-store-purchases', 'why-no-match'])('docs/%s.md', (name) => {
  const folder = useFolder()
  const path = join(ROOT, `docs/${name}.md`)

  it('prints the output that the page shows', async () => {
    for (const file of ['purchases.csv', 'events.ndjson']) {
      copyFileSync(join(ROOT, 'examples/cli', file), join(folder.path, file))
    }
    folder.write('.env', 'TIKTOK_ACCESS_TOKEN=sandbox-token\nTIKTOK_EVENT_SET_ID=SANDBOX_OFFLINE\n')
    const page = readFileSync(path, 'utf8')
    let printed = page
    for (const [step, commands = '', output = ''] of page.matchAll(STEP)) {
      const now = await bash(commands, folder.path)
      printed = printed.replace(step, () => step.replace(`\`\`\`text\n${output}`, () => `\`\`\`text\n${now}`))
    }
    if (WRITES) writeFileSync(path, printed)
    expect(printed).toBe(WRITES ? printed : page)
    expect(printed).not.toMatch(/```text\n```/)
  })
})
