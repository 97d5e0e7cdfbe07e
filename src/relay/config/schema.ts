import * as v from 'valibot'
import { didYouMean } from '../../runtime/configuration-error'

const text = v.pipe(v.string('must be a string'), v.regex(/\S/, 'must not be blank'))

const wholeNumber = v.pipe(v.number('must be a number'), v.integer('must be a whole number'))

const count = v.pipe(wholeNumber, v.minValue(1, 'must be at least 1'))

const port = v.pipe(
  wholeNumber,
  v.minValue(0, 'must be between 0 and 65535'),
  v.maxValue(65_535, 'must be between 0 and 65535')
)

const environmentReference = v.strictObject({ env: text })
const fileReference = v.strictObject({ file: text })

/** A string, or a reference to an environment variable or a file that contains only this string. */
const value = v.union(
  [text, environmentReference, fileReference],
  'must be a string, { "env": "NAME" } or { "file": "PATH" }'
)

const origin = v.pipe(
  text,
  v.check(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    'must be an origin such as "https://shop.example", without a path'
  )
)

const destination = shape({
  type: v.picklist(['conversions', 'offline'], 'must be "conversions" or "offline"'),
  settings: v.record(v.string(), value, 'must be an object'),
  mapping: v.exactOptional(text)
})

const source = shape({
  writeKey: v.exactOptional(value),
  webhookSecret: v.exactOptional(value),
  destinations: named(destination)
})

const serversError = 'must be the address of a NATS server, such as "nats://127.0.0.1:4222", or a list of them'

const queue = shape({
  servers: v.union([text, v.pipe(v.array(text), v.minLength(1))], serversError),
  user: v.exactOptional(value),
  password: v.exactOptional(value),
  replicas: v.exactOptional(v.picklist([1, 3], 'must be 1 or 3')),
  maxBytes: v.exactOptional(count),
  maxAgeDays: v.exactOptional(count),
  workers: v.exactOptional(count)
})

/** The schema of the configuration file. */
export const configSchema = shape({
  sources: named(source),
  // A union is not used, because its error would not name the invalid key.
  queue: v.exactOptional(v.lazy((input): typeof text | typeof queue => (typeof input === 'object' ? queue : text))),
  host: v.exactOptional(text),
  port: v.exactOptional(port),
  allowedOrigins: v.exactOptional(v.array(origin, 'must be a list of origins')),
  trustedProxies: v.exactOptional(v.array(text, 'must be a list of addresses and networks')),
  adminPassword: v.exactOptional(value),
  deadLetterFolder: v.exactOptional(text),
  api: v.exactOptional(text)
})

/** The content of the configuration file, with references and without defaults. */
export type ConfigFile = v.InferOutput<typeof configSchema>

/** A string, or a reference to one. */
export type ConfigValue = v.InferOutput<typeof value>

/** An object with these keys and no others. */
function shape<const Entries extends v.ObjectEntries>(entries: Entries) {
  const known = Object.keys(entries)
  return v.strictObject(entries, ({ expected, received }) => {
    if (expected === 'never') return `is unknown.${didYouMean(received.replaceAll('"', ''), known)}`
    return received === 'undefined' ? 'is missing' : 'must be an object'
  })
}

/** An object whose keys are names that the user chooses. They become part of NATS subjects and of metrics. */
function named<const Value extends v.GenericSchema>(one: Value) {
  const key = v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9][a-z0-9-]{0,31}$/,
      'is not a valid name: use up to 32 lower-case letters, digits and hyphens, without a hyphen at the start'
    )
  )
  return v.pipe(
    v.record(key, one, 'must be an object'),
    v.check((entries) => Object.keys(entries).length > 0, 'must not be empty')
  )
}
