import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Folder } from './folder'
import { useFolders } from './use-folders'

const SEND = join(__dirname, 'hosts', 'send-with-destination.cjs')
const INSTALLATION = join(__dirname, '..', '..', 'docs', 'installation.md')

const ONE_EVENT = { accepted: [{ event: 'CompletePayment', event_id: 'packed-1' }], isSame: true }

/** The package managers. Major versions of the same one are installed under different names. */
const TOOLS = ['pnpm10@npm:pnpm@10', 'pnpm12@npm:pnpm@12', 'yarn1@npm:yarn@1', '@yarnpkg/cli-dist@4']

const BERRY = '@yarnpkg/cli-dist/bin/yarn.js'

const managers = [
  { title: 'npm', override: 'npm', program: undefined },
  { title: 'pnpm 10', override: 'pnpm', program: 'pnpm10/bin/pnpm.cjs' },
  { title: 'pnpm 12', override: 'pnpm', program: 'pnpm12/bin/pnpm.mjs' },
  { title: 'Yarn 1', override: 'Yarn 1', program: 'yarn1/bin/yarn.js' },
  { title: 'Yarn 4 with node_modules', override: 'Yarn 4', program: BERRY, linker: 'node-modules' },
  { title: "Yarn 4 with Plug'n'Play", override: 'Yarn 4', program: BERRY, linker: 'pnp' }
]

/** The override that docs/installation.md gives for a package manager: the file it belongs to and its text. */
async function overrideOf(manager: string): Promise<{ file: string; text: string }> {
  const page = await readFile(INSTALLATION, 'utf8')
  const row = page.split('\n').find((line) => line.startsWith(`| ${manager} `) && line.includes('fast-uri'))
  const [, file, text] = /\| `([^`]+)` *\| `([^`]+)` *\|/.exec(row ?? '') ?? []
  if (file === undefined || text === undefined)
    throw new RangeError(`docs/installation.md has no override for ${manager}`)
  return { file, text }
}

describe('Destination with the override of docs/installation.md', () => {
  const { packed, create } = useFolders()
  let tools: Folder

  beforeAll(async () => {
    tools = await create()
    await tools.install(...TOOLS)
  }, 300_000)

  /** A project that depends on the package and on the framework. */
  function manifest(): Record<string, unknown> {
    const dependencies = {
      '@segment/actions-core': '^3.170.0',
      liquidjs: '^10.0.0',
      'segment-tiktok-destinations': `file:${packed().tarball}`
    }
    return { dependencies }
  }

  /** Installs the project with a package manager and returns the command that runs Node.js in it. */
  async function install(folder: Folder, program: string | undefined, linker: string | undefined): Promise<string[]> {
    if (program === undefined) {
      await folder.install()
      return []
    }
    const command = [process.execPath, join(tools.path, 'node_modules', program)]
    await folder.write('yarn.lock', '')
    await folder.write('.yarnrc.yml', `nodeLinker: ${linker ?? 'node-modules'}\nenableGlobalCache: false\n`)
    await folder.run(...(command as [string, string]), 'install')
    return linker === 'pnp' ? [...command, 'node'] : []
  }

  it.each(managers)('sends an event when $title has installed it', async ({ override, program, linker }) => {
    const { file, text } = await overrideOf(override)
    const isManifest = file === 'package.json'
    const folder = await create({
      ...manifest(),
      ...(isManifest ? (JSON.parse(`{ ${text} }`) as Record<string, unknown>) : {})
    })
    if (!isManifest) await folder.write(file, text)
    const node = await install(folder, program, linker)
    expect(await folder.runScript(SEND, ...node)).toStrictEqual(ONE_EVENT)
  })

  it('fails without the override, with the error that docs/installation.md quotes', async () => {
    const folder = await create(manifest())
    await folder.install()
    await expect(folder.runScript(SEND)).rejects.toThrow('URI scheme is malformed.')
    expect(await readFile(INSTALLATION, 'utf8')).toContain('`URI scheme is malformed.`')
  })
})
