import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { findChromium, launchChromium } from '../../local-site/chromium'
import { spread } from '../measure'
import { formatMilliseconds, type Row } from '../row'

const ROUNDS = 15
const ROOT = join(__dirname, '../..')

/** Segment's runtime with an action that only sets `window.ttq`. */
const RUNTIME_ALONE = `
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
const perform = () => { window.ttq = [1] }
const definition = {
  name: 'Nothing',
  mode: 'device',
  initialize: () => Promise.resolve({}),
  actions: { reportWebEvent: { title: '', description: '', platform: 'web', fields: {}, perform } }
}
window['runtimeDestination'] = (settings) => generatePlugins(definition, settings, settings.subscriptions)`

/** Compares our browser script with Segment's runtime alone: the size, and the time until the first queued call. */
export async function browser(): Promise<Row[]> {
  const ours = readFileSync(join(ROOT, 'dist/tiktok-pixel.iife.js'), 'utf8')
  const runtime = await runtimeAlone()
  const size = sizeRow(ours, runtime)
  if (findChromium() === undefined) {
    console.log('No Chromium found: the time to the first queued call is not measured.')
    return [size]
  }
  const chromium = await launchChromium()
  try {
    return [size, await timeRow(chromium, ours, runtime)]
  } finally {
    await chromium.close()
  }
}

async function runtimeAlone(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: RUNTIME_ALONE, resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    // A dependency of the runtime reads the home directory, which a browser does not have.
    alias: { os: 'data:text/javascript,export default {}' },
    write: false
  })
  return outputFiles[0]?.text ?? ''
}

function sizeRow(ours: string, runtime: string): Row {
  const [own, alone] = [gzipSync(ours).length, gzipSync(runtime).length]
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return {
    work: 'the browser script, gzipped',
    against: "Segment's runtime alone",
    ours: kilobytes(own),
    other: kilobytes(alone),
    ratio: spread([alone / own])
  }
}

async function timeRow(chromium: Browser, ours: string, runtime: string): Promise<Row> {
  const rounds: { ours: number; runtime: number }[] = []
  for (let round = -2; round < ROUNDS; round += 1) {
    const runtimeFirst = round % 2 === 0 ? await firstCall(chromium, runtime, 'runtimeDestination') : undefined
    const own = await firstCall(chromium, ours, 'tiktok-pixelDestination')
    const alone = runtimeFirst ?? (await firstCall(chromium, runtime, 'runtimeDestination'))
    if (round >= 0) rounds.push({ ours: own, runtime: alone })
  }
  const difference = spread(rounds.map((round) => round.ours - round.runtime))
  return {
    work: `script start → first queued call in Chromium; our own part: ${formatMilliseconds(difference)}`,
    against: "Segment's runtime alone",
    ours: formatMilliseconds(spread(rounds.map((round) => round.ours))),
    other: formatMilliseconds(spread(rounds.map((round) => round.runtime))),
    ratio: spread(rounds.map((round) => round.runtime / round.ours))
  }
}

/** Measures in nanoseconds how long a new page takes to run the script, load its plugin and pass it one page call. */
async function firstCall(chromium: Browser, code: string, global: string): Promise<number> {
  const page = await chromium.newPage()
  // tsx makes compiled functions call the helper `__name`, which the page does not have.
  await page.evaluate('globalThis.__name = (it) => it')
  // No request leaves this machine. TikTok's script is not needed, because calls are queued until it has loaded.
  await page.route('**/*', (route) => route.abort())
  const elapsed = await page.evaluate(measureInPage, { code, global })
  await page.close()
  return elapsed * 1e6
}

/** This function runs in the page. */
async function measureInPage({ code, global }: { code: string; global: string }): Promise<number> {
  interface Plugin {
    load: (context: object, analytics: object) => Promise<void>
    page: (context: object) => Promise<unknown>
  }
  const scope = window as unknown as Record<string, unknown>
  const mapping = { event: 'Pageview', event_id: { '@path': '$.messageId' }, external_id: { '@path': '$.anonymousId' } }
  const subscription = {
    name: 'Page View',
    enabled: true,
    partnerAction: 'reportWebEvent',
    subscribe: 'type = "page"',
    mapping
  }
  const event = { type: 'page', messageId: 'm1', anonymousId: 'a1' }

  const start = performance.now()
  const script = document.createElement('script')
  script.textContent = code
  document.head.append(script)
  const factory = scope[global] as (settings: object) => Plugin[]
  const [plugin] = factory({ pixelCode: 'C1', subscriptions: [subscription] })
  await plugin?.load({}, { register: () => Promise.resolve() })
  await plugin?.page({ event })
  const elapsed = performance.now() - start

  if (scope['ttq'] === undefined) throw new Error('No call was queued.')
  return elapsed
}
