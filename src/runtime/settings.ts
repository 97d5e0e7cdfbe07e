import type { DestinationDefinition, GlobalSetting } from '@segment/actions-core'
import { isRecord, toText } from '../shared/coerce'
import { configurationError, messageOf, requireKnownKeys } from './configuration-error'
import { schemaOf } from './field-schema'

/**
 * Checks the settings of a destination.
 * @returns a copy with its values converted to the types in the definition
 * @throws IntegrationError for an unknown key, a required setting that is missing or blank, and a value of the wrong
 * type or outside the choices
 */
export function checkSettings<Settings>(definition: DestinationDefinition<Settings>, given: unknown): Settings {
  const { name } = definition
  if (!isRecord(given)) throw configurationError(`The settings of ${name} must be an object.`)
  const fields: Readonly<Record<string, GlobalSetting>> = definition.authentication?.fields ?? {}
  requireKnownKeys(given, Object.keys(fields), 'settings', `a setting of ${name}`)

  const missing = Object.entries(fields).find(([key, field]) => field.required === true && isBlank(given[key]))
  if (missing !== undefined) {
    const [key, { label }] = missing
    throw configurationError(`settings.${key} (${label}) of ${name} is missing or blank.`)
  }

  const settings = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  try {
    schemaOf(fields).validate(settings)
  } catch (error) {
    throw configurationError(`The settings of ${name} are invalid. ${messageOf(error)}`)
  }
  return settings as Settings
}

/** Whether a value is blank. Objects do not count as blank: the validation reports them. */
function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value !== 'object' && toText(value) === undefined)
}
