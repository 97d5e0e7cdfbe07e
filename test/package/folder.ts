import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'

const execute = promisify(execFile)

const lockFile = v.object({ packages: v.record(v.string(), v.looseObject({ version: v.optional(v.string()) })) })

/** A folder outside the repository, where packages can be installed. */
export class Folder {
  private constructor(readonly path: string) {}

  /** Creates a folder that contains only a package.json with these properties. */
  static async create(manifest: Readonly<Record<string, unknown>> = {}): Promise<Folder> {
    const folder = new Folder(await mkdtemp(join(tmpdir(), 'segment-tiktok-')))
    await folder.write('package.json', JSON.stringify({ name: 'host', private: true, ...manifest }))
    return folder
  }

  /** Writes a text file. */
  async write(name: string, text: string): Promise<void> {
    await writeFile(join(this.path, name), text)
  }

  /** Installs the dependencies of package.json and these arguments of `npm install`. */
  async install(...args: string[]): Promise<void> {
    await this.run('npm', 'install', '--no-audit', '--no-fund', ...args)
  }

  /** The installed packages, by their path in the folder, with their versions. */
  async installed(): Promise<Map<string, string | undefined>> {
    const lock: unknown = JSON.parse(await readFile(join(this.path, 'package-lock.json'), 'utf8'))
    const { packages } = v.parse(lockFile, lock)
    return new Map(Object.entries(packages).map(([path, { version }]) => [path, version]))
  }

  /** Copies a script of this repository into the folder, runs it there and returns the JSON that it prints. */
  async runScript(script: string, ...command: string[]): Promise<unknown> {
    const name = basename(script)
    await cp(script, join(this.path, name))
    const [program = process.execPath, ...args] = command
    return JSON.parse(await this.run(program, ...args, name))
  }

  /** Runs a program in the folder and returns its standard output. An exit code other than 0 is an error. */
  run(program: string, ...args: string[]): Promise<string> {
    return run(program, args, this.path)
  }

  /** Deletes the folder. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true })
  }
}

/** Runs a program in a folder and returns its standard output. An exit code other than 0 is an error. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(program, args, { cwd, env: environment() })
  return stdout
}

/**
 * The environment without npm's variables about this package, without Jest's NODE_ENV and without CI, which makes Yarn
 * refuse to write a lock file.
 */
function environment(): NodeJS.ProcessEnv {
  const isOfThisRun = /^(?:CI$|npm_(?:package|lifecycle)_|npm_config_(?:local_)?prefix$|INIT_CWD$|NODE_ENV$|JEST_)/i
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !isOfThisRun.test(key)))
}
