/** A setting of a destination, as the page shows it. */
export interface ServedSetting {
  readonly key: string
  readonly label: string
  readonly description: string
  readonly isRequired: boolean
  /** The values to choose from. Empty for a setting that is free text. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** A server destination, as the page shows it. */
export interface ServedDestination {
  readonly slug: string
  readonly name: string
  readonly settings: readonly ServedSetting[]
  /** The default mappings. */
  readonly presets: readonly object[]
}
