import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'

const execute = promisify(execFile)

const lockFile = v.object({ packages: v.record(v.string(), v.looseObject({ version: v.optional(v.string()) })) })

/** A folder of its own, outside the repository, where packages can be installed. */
export class Folder {
  private constructor(readonly path: string) {}

  /** Makes one that holds a private package.json and nothing else. */
  static async create(dependencies: Readonly<Record<string, string>> = {}): Promise<Folder> {
    const path = await mkdtemp(join(tmpdir(), 'segment-tiktok-'))
    await writeFile(join(path, 'package.json'), JSON.stringify({ name: 'host', private: true, dependencies }))
    return new Folder(path)
  }

  /** Installs what package.json asks for, and these packages. */
  async install(...packages: string[]): Promise<void> {
    await run('npm', ['install', '--no-audit', '--no-fund', ...packages], this.path)
  }

  /** The version of a package at the root of the tree, as the lock file holds it. */
  async lockedVersion(name: string): Promise<string | undefined> {
    const lock: unknown = JSON.parse(await readFile(join(this.path, 'package-lock.json'), 'utf8'))
    return v.parse(lockFile, lock).packages[`node_modules/${name}`]?.version
  }

  /** Runs a script of this repository as if it stood in the folder, and reads the JSON that it prints. */
  async runScript(script: string): Promise<unknown> {
    const name = basename(script)
    await cp(script, join(this.path, name))
    return JSON.parse(await run(process.execPath, [name], this.path))
  }

  /** Deletes it with all that was installed. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true })
  }
}

/** Runs a program to its end and gives what it printed; an exit code other than 0 is an error. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(program, args, { cwd, env: environment() })
  return stdout
}

/** Without what `npm test` tells its scripts about this package, and without Jest's NODE_ENV. */
function environment(): NodeJS.ProcessEnv {
  const isOfThisRun = /^(?:npm_(?:package|lifecycle)_|npm_config_(?:local_)?prefix$|INIT_CWD$|NODE_ENV$|JEST_)/i
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !isOfThisRun.test(key)))
}
