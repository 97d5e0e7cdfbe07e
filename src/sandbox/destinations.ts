/** A setting of a destination, as the page asks for it. */
export interface ServedSetting {
  readonly key: string
  readonly label: string
  readonly description: string
  readonly isRequired: boolean
  /** The values to choose from. Empty for a text. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** A server destination, as the page offers it. */
export interface ServedDestination {
  readonly slug: string
  readonly name: string
  readonly settings: readonly ServedSetting[]
  /** The default mappings. */
  readonly presets: readonly object[]
}

/** The server destinations by their slugs. They are loaded at the first use, because most sandboxes never need them. */
export async function serverDestinations() {
  const [conversions, offline] = await Promise.all([
    import('../destinations/tiktok-conversions'),
    import('../destinations/tiktok-offline-conversions')
  ])
  return { 'tiktok-conversions': conversions.default, 'actions-tiktok-offline-conversions': offline.default }
}

/** The server destinations as the page offers them. */
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
