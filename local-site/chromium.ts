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

// Nothing but the page may talk to the network, or the record of what was sent elsewhere means nothing.
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The last resort behind the routes of a visit: no name but loopback resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
]

type Env = Record<string, string | undefined>
type Exists = (path: string) => boolean

/** The Chromium to test with: the one of CHROMIUM_PATH, which then must exist, or one at a usual place. */
export function findChromium(env: Env = process.env, exists: Exists = existsSync): string | undefined {
  const named = env['CHROMIUM_PATH']
  if (named === undefined || named === '') return PLACES.find(exists)
  if (exists(named)) return named
  throw new Error(`CHROMIUM_PATH names ${named}, but there is no such file`)
}

/** Starts the Chromium that was found, without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch(launchOptions())
}

/** Starts a Chromium of its own for a visitor who blocks cookies and storage, by Chromium's own setting. */
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
      // Its processes may still be writing their last.
      await rm(profile, { recursive: true, maxRetries: 10 })
    }
  })
}

function launchOptions() {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium found: install one, or name it in CHROMIUM_PATH')
  // Root, which containers run as, cannot use Chromium's sandbox.
  return { executablePath, headless: true, chromiumSandbox: false, args: FLAGS }
}

/** Says what to do with tests that need a browser: without one they are skipped, but in CI they run, and fail. */
export function browserTests(env: Env = process.env, exists: Exists = existsSync): 'run' | 'skip' {
  if (findChromium(env, exists) !== undefined) return 'run'
  // CI=false is how some tools say that it is not CI.
  return [undefined, '', 'false', '0'].includes(env['CI']) ? 'skip' : 'run'
}
