/** @jest-environment jsdom */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mappingProblems } from '../../src/destinations/tiktok-pixel/mapping-problems'
import type { Ttq } from '../../src/destinations/tiktok-pixel/ttq-types'
import { connected, emptyPage, settings } from '../destinations/tiktok-pixel/pixel-page'

const documentation = readFileSync(join(__dirname, '../../docs/pixel.md'), 'utf8')

const mapping = (partnerAction: string, enabled: boolean) => ({ name: 'Mine', enabled, partnerAction, subscribe: '' })
const problemsOf = (...subscriptions: ReturnType<typeof mapping>[]) =>
  mappingProblems(settings({ subscriptions }), ['reportWebEvent'])

/** The warnings of a page, without the destination's name. */
function warningsOf(change: Parameters<typeof connected>[0], act: (pixel: ReturnType<typeof connected>) => void) {
  const pixel = connected(change)
  act(pixel)
  return pixel.warnings.map((warning) => warning.replace('TikTok Pixel: ', ''))
}
const ignore = () => undefined

/** A page whose `ttq` has only the method `instance`. */
function brokenTtq() {
  const made = emptyPage()
  made.page.ttq = { _i: { C1: {} }, instance: () => ({}) } as unknown as Ttq
  return made
}

const WARNINGS: [string, () => string[]][] = [
  ['no settings', () => mappingProblems(undefined, [])],
  ['no mapping', () => problemsOf(mapping('reportWebEvent', false))],
  ['unknown action', () => problemsOf(mapping('other', true))],
  [
    'blank event name',
    () =>
      warningsOf({}, ({ report }) => {
        report({ event: ' ' })
      })
  ],
  ['missing pixel', () => warningsOf({ useExistingPixel: true }, ignore)],
  ['blank pixel code', () => warningsOf({ pixelCode: '' }, ignore)],
  [
    'blocked script',
    () =>
      warningsOf({}, ({ page }) => {
        page.document.scripts[0]?.dispatchEvent(new Event('error'))
      })
  ],
  [
    'error in track',
    () => {
      const { page, warnings } = brokenTtq()
      connected({}, { page, warnings }).report({})
      return warnings.map((warning) => warning.replace('TikTok Pixel: ', ''))
    }
  ]
]

test.each(WARNINGS)('the table of warnings has the text for: %s', (_case, warn) => {
  const texts = warn().map((text) => text.replace(/"[^"]*"/g, '"…"'))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter((text) => !documentation.includes(`\`${text}\``))).toStrictEqual([])
})
