/** @jest-environment jsdom */
import tiktokPixelPlugin from '../../../src/destinations/tiktok-pixel/plugin'

const mapping = (partnerAction: string, changed: object = {}) => ({
  name: 'My mapping',
  enabled: true,
  partnerAction,
  subscribe: 'type = "track"',
  mapping: {},
  ...changed
})

/** The plugins for some settings, and the warnings on the console. */
async function load(settings: unknown) {
  const warn = jest.spyOn(console, 'warn').mockImplementation()
  const plugins = await tiktokPixelPlugin(settings as Parameters<typeof tiktokPixelPlugin>[0])
  const warnings: unknown[] = warn.mock.calls.flat()
  warn.mockRestore()
  return { plugins: [plugins].flat().map(({ name, type }) => [name, type]), warnings }
}

const NO_MAPPING = 'TikTok Pixel: no mapping is enabled, so nothing is reported'
const UNKNOWN = 'TikTok Pixel: the mapping "My mapping" is ignored: there is no action "other"'
const REPORT = ['TikTok Pixel reportWebEvent', 'destination']

test('the factory has the name that analytics.js looks up', () => {
  expect(tiktokPixelPlugin.pluginName).toBe('TikTok Pixel')
})

test('each action with an enabled mapping gets one plugin', async () => {
  const subscriptions = ['identify', 'reportWebEvent', 'reportWebEvent', 'captureClickIds'].map((key) => mapping(key))
  expect(await load({ pixelCode: 'C1', subscriptions })).toStrictEqual({
    plugins: [REPORT, ['TikTok Pixel identify', 'destination'], ['TikTok Pixel captureClickIds', 'enrichment']],
    warnings: []
  })
})

test.each([undefined, null])('settings that are %s are logged, and there is no plugin', async (settings) => {
  expect(await load(settings)).toStrictEqual({
    plugins: [],
    warnings: ['TikTok Pixel: no settings arrived, so nothing is reported']
  })
})

test.each([
  ['empty settings', {}],
  ['settings without mappings', { pixelCode: 'C1' }],
  ['mappings that are null', { pixelCode: 'C1', subscriptions: null }],
  ['an empty list of mappings', { pixelCode: 'C1', subscriptions: [] }],
  ['a disabled mapping', { pixelCode: 'C1', subscriptions: [mapping('reportWebEvent', { enabled: false })] }],
  [
    'a preset without `enabled`',
    { pixelCode: 'C1', subscriptions: [mapping('reportWebEvent', { enabled: undefined })] }
  ]
])('%s: the missing mapping is logged once', async (_case, settings) => {
  expect(await load(settings)).toStrictEqual({ plugins: [], warnings: [NO_MAPPING] })
})

test('a mapping of an unknown action is logged, and the others work', async () => {
  const subscriptions = [mapping('other'), mapping('reportWebEvent')]
  expect(await load({ pixelCode: 'C1', subscriptions })).toStrictEqual({ plugins: [REPORT], warnings: [UNKNOWN] })
})

test('a disabled mapping of an unknown action is not logged', async () => {
  const subscriptions = [mapping('other', { enabled: false }), mapping('reportWebEvent')]
  expect(await load({ pixelCode: 'C1', subscriptions })).toStrictEqual({ plugins: [REPORT], warnings: [] })
})

test('only a mapping of an unknown action: both problems are logged', async () => {
  const subscriptions = [mapping('other')]
  expect(await load({ pixelCode: 'C1', subscriptions })).toStrictEqual({
    plugins: [],
    warnings: [UNKNOWN, 'TikTok Pixel: no other mapping is enabled, so nothing is reported']
  })
})

test('the name of an inherited property, such as toString, is an unknown action', async () => {
  const { warnings } = await load({ pixelCode: 'C1', subscriptions: [mapping('toString'), mapping('identify')] })
  expect(warnings).toStrictEqual(['TikTok Pixel: the mapping "My mapping" is ignored: there is no action "toString"'])
})
