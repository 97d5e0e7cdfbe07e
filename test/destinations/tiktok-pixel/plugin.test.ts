/** @jest-environment jsdom */
import type { JSONObject } from '@segment/actions-core'
import tiktokPixelPlugin from '../../../src/destinations/tiktok-pixel/plugin'

const mapping = (partnerAction: string, enabled = true) => ({
  name: '',
  enabled,
  partnerAction,
  subscribe: 'type = "track"',
  mapping: {}
})

const pluginsFor = async (settings: JSONObject) => {
  const plugins = await tiktokPixelPlugin({ pixelCode: 'C1', ...settings })
  return [plugins].flat().map(({ name, type }) => [name, type])
}

test('the factory has the name that analytics.js looks up', () => {
  expect(tiktokPixelPlugin.pluginName).toBe('TikTok Pixel')
})

test.each([
  ['without settings for mappings', {}, []],
  ['without mappings', { subscriptions: [] }, []],
  ['with a disabled one', { subscriptions: [mapping('reportWebEvent', false)] }, []],
  ['with an unknown action', { subscriptions: [mapping('other')] }, []],
  [
    'with one for each action',
    { subscriptions: ['identify', 'reportWebEvent', 'reportWebEvent', 'captureClickIds'].map((key) => mapping(key)) },
    [
      ['TikTok Pixel reportWebEvent', 'destination'],
      ['TikTok Pixel identify', 'destination'],
      ['TikTok Pixel captureClickIds', 'enrichment']
    ]
  ]
])('the plugins %s', async (_case, settings, expected) => {
  expect(await pluginsFor(settings)).toStrictEqual(expected)
})
