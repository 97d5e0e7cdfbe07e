import {
  type DestinationDefinition,
  fieldsToJsonSchema,
  type GlobalSetting,
  validateSchema
} from '@segment/actions-core'
import { isRecord, toText } from '../shared/coerce'
import { configurationError, didYouMean, messageOf } from './configuration-error'
import { schemaKeyOf } from './schema-key'

/**
 * Checks the settings of a destination.
 * @returns a copy, with the types that the definition says
 * @throws IntegrationError for an unknown key, a missing or blank required one, and a value that is none of the choices
 */
export function checkSettings<Settings>(definition: DestinationDefinition<Settings>, given: unknown): Settings {
  const { name } = definition
  if (!isRecord(given)) throw configurationError(`The settings of ${name} must be an object.`)
  const fields: Readonly<Record<string, GlobalSetting>> = definition.authentication?.fields ?? {}
  const keys = Object.keys(fields)

  const unknown = Object.keys(given).find((key) => !keys.includes(key))
  if (unknown !== undefined) {
    throw configurationError(`settings.${unknown} is no setting of ${name}.${didYouMean(unknown, keys)}`)
  }
  const missing = keys.find((key) => fields[key]?.required === true && toText(given[key]) === undefined)
  if (missing !== undefined) {
    throw configurationError(
      `settings.${missing} (${fields[missing]?.label ?? missing}) of ${name} is missing or blank.`
    )
  }

  const settings = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  try {
    validateSchema(settings, fieldsToJsonSchema(fields), { schemaKey: schemaKeyOf(fields) })
  } catch (error) {
    throw configurationError(`The settings of ${name} are wrong. ${messageOf(error)}`)
  }
  return settings as Settings
}
