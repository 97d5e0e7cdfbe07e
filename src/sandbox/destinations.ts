import type { ServedDestination } from './served-destination'

/** The server destinations by their slugs. They are loaded on first use, because most sandboxes never need them. */
export async function serverDestinations() {
  const [conversions, offline] = await Promise.all([
    import('../destinations/tiktok-conversions'),
    import('../destinations/tiktok-offline-conversions')
  ])
  return { 'tiktok-conversions': conversions.default, 'actions-tiktok-offline-conversions': offline.default }
}

/** The server destinations, in the form that the page gets. */
export async function servedDestinations(): Promise<ServedDestination[]> {
  return Object.entries(await serverDestinations()).map(([slug, { name, authentication, presets }]) => ({
    slug,
    name,
    settings: Object.entries(authentication?.fields ?? {}).map(([key, field]) => ({
      key,
      label: field.label,
      description: field.description,
      isRequired: field.required === true,
      choices: (field.choices ?? []).map((choice) => ({ value: String(choice.value), label: choice.label }))
    })),
    presets: presets ?? []
  }))
}
