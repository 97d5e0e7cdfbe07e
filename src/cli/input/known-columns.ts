import type { InputField } from '@segment/actions-core'
import { fields as conversionsFields } from '../../destinations/tiktok-conversions/reportWebEvent/fields'
import { fields as offlineFields } from '../../destinations/tiktok-offline-conversions/fields'
import { isRecord } from '../../shared/coerce'

/** The path of a column's value in the event, key by key. */
export type Path = readonly string[]

const traits = (name: string): Path => ['context', 'traits', name]
const address = (name: string): Path => ['context', 'traits', 'address', name]
const property = (name: string): Path => ['properties', name]

/** The columns that are not read as the property of the same name, and their paths. */
const PATHS: Readonly<Record<string, Path>> = {
  type: ['type'],
  event: ['event'],
  messageId: ['messageId'],
  userId: ['userId'],
  anonymousId: ['anonymousId'],
  timestamp: ['timestamp'],
  email: traits('email'),
  phone: traits('phone'),
  first_name: traits('first_name'),
  last_name: traits('last_name'),
  city: address('city'),
  state: address('state'),
  country: address('country'),
  postal_code: address('postal_code'),
  ip: ['context', 'ip'],
  user_agent: ['context', 'userAgent'],
  url: ['context', 'page', 'url'],
  // The columns of TikTok's own upload template.
  event_type: ['event'],
  click_id: property('ttclid')
}

/**
 * Whether a property is a number, by the property's name. The names are those of the properties that the default
 * mappings read, and the keys of the field Contents.
 */
const PROPERTIES = new Map(
  [conversionsFields, offlineFields].flatMap((fields) => Object.values<InputField>(fields).flatMap(propertiesOf))
)

/** Amounts of an order that no default mapping reads. Source: Segment, "V2 Ecommerce Events Spec", Order Completed. */
const OTHER_AMOUNTS = ['total', 'subtotal', 'tax', 'shipping', 'discount']

const BY_NAME = new Map([
  ...[...PROPERTIES.keys()].map((name): [string, Path] => [normaliseName(name), property(name)]),
  ...Object.entries(PATHS).map(([name, path]): [string, Path] => [normaliseName(name), path])
])

/** The path of a column. Case, spaces, dashes and underscores are ignored. Undefined for an unknown name. */
export function knownPath(name: string): Path | undefined {
  return BY_NAME.get(normaliseName(name))
}

/** Whether a column holds TikTok's event names, as in TikTok's upload template. */
export function isTikTokEventColumn(name: string): boolean {
  return normaliseName(name) === normaliseName('event_type')
}

/** Whether the value at this path is a number. */
export function isNumberPath([root, name, ...deeper]: Path): boolean {
  if (root !== 'properties' || name === undefined || deeper.length > 0) return false
  return PROPERTIES.get(name) === true || OTHER_AMOUNTS.includes(name)
}

function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

function propertiesOf(field: InputField): [string, boolean][] {
  if (field.properties === undefined) return pathsIn(field.default).map((name) => [name, isNumber(field)])
  // Contents has no default. Some of its keys, e.g. `price`, are also properties of an event with a single product.
  const defaults = isRecord(field.default) ? field.default : {}
  return Object.entries(field.properties).flatMap(([key, one]) =>
    pathsIn(defaults[key] ?? { '@path': `$.properties.${key}` }).map((name): [string, boolean] => [name, isNumber(one)])
  )
}

function isNumber({ type }: Pick<InputField, 'type'>): boolean {
  return type === 'number' || type === 'integer'
}

/** The names in the paths `$.properties.name` of a mapping. */
function pathsIn(mapping: unknown): string[] {
  return [...JSON.stringify(mapping ?? null).matchAll(/"\$\.properties\.(\w+)"/g)].map(([, name]) => name ?? '')
}
