import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Destination, type JSONObject, type Preset, type SegmentEvent } from '@segment/actions-core'
import { destinations, tiktokConversions, tiktokPixel } from '../../src'
import { createClient } from '../../src/destinations/tiktok-pixel/client'
import type { PixelConnection } from '../../src/destinations/tiktok-pixel/connection'
import type { Pixel } from '../../src/destinations/tiktok-pixel/ttq-types'
import { redirectTo, type Sandbox, startSandbox } from '../../src/sandbox'

type Slug = keyof typeof destinations

interface Recipe {
  settings?: JSONObject
  subscriptions: Partial<Record<Slug, { preset: string; subscribe?: string; mapping?: JSONObject }[]>>
  cases: { event: SegmentEvent; sends: JSONObject[]; tracks?: unknown[] }[]
}

const page = readFileSync(join(__dirname, '../../docs/recipes.md'), 'utf8')
const recipes = [...page.matchAll(/^## (.+?)$.*?^```json\n(.*?)^```/gms)].map(([, title, json]) => ({
  title,
  recipe: JSON.parse(json ?? '') as Recipe
}))

/** The subscriptions of a recipe: a preset with replaced parts. */
function subscriptionsOf({ subscriptions }: Recipe, slug: Slug): JSONObject[] {
  const presets = destinations[slug].presets as Preset[]
  return (subscriptions[slug] ?? []).map(({ preset: name, subscribe, mapping }) => {
    const preset = presets.find((one) => one.name === name)
    if (preset?.type !== 'automatic') throw new RangeError(`no preset ${name}`)
    return {
      partnerAction: preset.partnerAction,
      subscribe: subscribe ?? preset.subscribe,
      mapping: { ...preset.mapping, ...mapping }
    }
  })
}

/** Runs the Pixel's action with the framework's triggers, mapping and validation. */
async function tracksOf(recipe: Recipe, event: SegmentEvent): Promise<unknown[]> {
  const tracks: unknown[] = []
  const pixel = { identify: () => undefined, track: (...call: unknown[]) => tracks.push(call) } as unknown as Pixel
  const ignore = () => undefined
  const connection: PixelConnection = {
    open: ignore,
    applyConsent: ignore,
    warn: ignore,
    call: (_method, run) => {
      run(pixel)
      return true
    }
  }
  const client = createClient({ pixelCode: 'C1' }, connection)
  const { title, description, fields, perform } = tiktokPixel.actions.reportWebEvent
  const destination = new Destination<JSONObject>({
    name: 'Pixel',
    mode: 'cloud',
    actions: {
      reportWebEvent: {
        title,
        description,
        fields,
        perform: (_request, input) => {
          perform(client, { ...input, context: { event } } as unknown as Parameters<typeof perform>[1])
        }
      }
    }
  })
  await destination.onEvent(event, {
    ...recipe.settings,
    subscriptions: subscriptionsOf(recipe, 'actions-tiktok-pixel')
  })
  return tracks
}

/** Removes the properties that all events have and that no recipe is about. */
function withoutCommonProperties({
  event_time: _time,
  limited_data_use: _limited,
  user: _user,
  ...event
}: Record<string, unknown>): unknown {
  return event
}

describe('docs/recipes.md', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  beforeEach(() => {
    sandbox.reset()
  })
  afterAll(() => sandbox.close())

  it('has a recipe for every case that the documentation names', () => {
    expect(recipes.map(({ title }) => title)).toStrictEqual([
      'A custom event',
      'A filter: only orders above an amount',
      'A filter: only one brand',
      'A value other than the revenue: the total',
      'A value other than the revenue: without tax',
      'From product IDs to variant IDs',
      'Browser only',
      'Server only',
      'Both',
      "New customers' purchases as an event of their own"
    ])
  })

  it.each(recipes)('the recipe "$title" sends what the page shows', async ({ recipe }) => {
    const destination = new Destination(redirectTo(tiktokConversions, sandbox.origin))
    for (const { event, sends, tracks = [] } of recipe.cases) {
      sandbox.reset()
      await destination.onEvent(event, {
        accessToken: 'sandbox-token',
        pixelCode: 'SANDBOX_PIXEL',
        ...recipe.settings,
        subscriptions: subscriptionsOf(recipe, 'tiktok-conversions')
      })
      const { messageId } = event
      const wanted = sends.map((sent) => (typeof messageId === 'string' ? { ...sent, event_id: messageId } : sent))
      expect(sandbox.accepted.map(({ data }) => withoutCommonProperties(data))).toStrictEqual(wanted)
      expect(await tracksOf(recipe, event)).toStrictEqual(tracks)
    }
  })
})
