import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

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
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium found: install one, or name it in CHROMIUM_PATH')
  // Root, which containers run as, cannot use Chromium's sandbox.
  return chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: FLAGS })
}

/** Says what to do with tests that need a browser: without one they are skipped, but in CI they run, and fail. */
export function browserTests(env: Env = process.env, exists: Exists = existsSync): 'run' | 'skip' {
  if (findChromium(env, exists) !== undefined) return 'run'
  // CI=false is how some tools say that it is not CI.
  return [undefined, '', 'false', '0'].includes(env['CI']) ? 'skip' : 'run'
}
