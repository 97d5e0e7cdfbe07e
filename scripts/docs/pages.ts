import { destinations, tiktokConversions, tiktokOfflineConversions, tiktokPixel } from '../../src'
import { commandLinePage } from './command-line'
import { destinationPage, type DestinationParts } from './destination'
import { errorsPage } from './errors'
import { exportsPage } from './exports'
import { returnCodesPage } from './return-codes'
import { sandboxPage } from './sandbox'

/** Makes the pages of docs/reference. The keys are their file names. */
export async function referencePages(): Promise<Record<string, string>> {
  const slugs = Object.keys(destinations) as (keyof typeof destinations)[]
  return {
    'exports.md': exportsPage(),
    ...Object.fromEntries(slugs.map((slug) => [`${slug.replace('actions-', '')}.md`, destinationPage(partsOf(slug))])),
    'errors.md': await errorsPage(),
    'return-codes.md': returnCodesPage(),
    'command-line.md': commandLinePage(),
    'sandbox-http.md': await sandboxPage()
  }
}

function partsOf(slug: keyof typeof destinations): DestinationParts {
  const definition = {
    'tiktok-conversions': tiktokConversions,
    'actions-tiktok-pixel': tiktokPixel,
    'actions-tiktok-offline-conversions': tiktokOfflineConversions
  }[slug]
  const settings = 'settings' in definition ? definition.settings : definition.authentication?.fields
  return {
    name: definition.name,
    slug,
    description: definition.description ?? '',
    settings: settings ?? {},
    presets: definition.presets ?? [],
    actions: definition.actions
  }
}
