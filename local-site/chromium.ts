import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome'
]

// Only the page may use the network. Otherwise the record of requests to other hosts would be incomplete.
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A second safeguard, besides the routes of a visit: only the loopback address resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
]

type Env = Record<string, string | undefined>
type Exists = (path: string) => boolean

/** Finds Chromium: at CHROMIUM_PATH, where it must exist, or at one of the usual paths. */
export function findChromium(env: Env = process.env, exists: Exists = existsSync): string | undefined {
  const named = env['CHROMIUM_PATH']
  if (named === undefined || named === '') return PLACES.find(exists)
  if (exists(named)) return named
  throw new Error(`CHROMIUM_PATH is ${named}, but that file does not exist`)
}

/** Starts Chromium without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch(launchOptions())
}

/** Starts a Chromium whose setting blocks cookies and storage. */
export async function launchWithoutStorage(): Promise<BrowserContext> {
  const profile = await mkdtemp(join(tmpdir(), 'without-storage-'))
  await mkdir(join(profile, 'Default'))
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const context = await chromium.launchPersistentContext(profile, launchOptions())
  const close = context.close.bind(context)
  return Object.assign(context, {
    close: async () => {
      await close()
      // Retried because Chromium's processes may still be writing.
      await rm(profile, { recursive: true, maxRetries: 10 })
    }
  })
}

function launchOptions() {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium found. Install it, or set CHROMIUM_PATH to its path.')
  // Containers run as root, and root cannot use Chromium's sandbox.
  return { executablePath, headless: true, chromiumSandbox: false, args: FLAGS }
}

/** Whether browser tests run. Without Chromium they are skipped, except in CI, where they run and fail. */
export function browserTests(env: Env = process.env, exists: Exists = existsSync): 'run' | 'skip' {
  if (findChromium(env, exists) !== undefined) return 'run'
  // Some tools set CI=false outside of CI.
  return [undefined, '', 'false', '0'].includes(env['CI']) ? 'skip' : 'run'
}
