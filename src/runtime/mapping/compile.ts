import { realTypeOf } from '@segment/actions-core'
import { type Context, directives } from './directives'
import { readPath } from './path'
import { type Compile, failing, isObject, type Resolver, toOutput } from './resolver'
import { compileTransform } from './transform'

/** Builds the payload of an event, not yet validated. Its errors have the messages of actions-core's `transform`. */
export type CompiledMapping = (event: object) => Record<string, unknown>

/**
 * Compiles a mapping once for many events: it splits paths and converts directives to closures. Payloads and error
 * messages are the same as those of actions-core's `transform`. A payload shares no object with its event.
 * @param mapping a mapping of actions-core's mapping kit; it is not changed
 * @throws errors with the messages of `transform`, for an invalid mapping
 */
export function compileMapping(mapping: Readonly<Record<string, unknown>>): CompiledMapping {
  return compileTransform(mapping, compilerWith(readPath)) as CompiledMapping
}

/**
 * Creates the function that compiles the parts of a mapping.
 * @param readPath returns the resolver that reads a path of the event
 */
export function compilerWith(readPath: Context['readPath']): Compile {
  const compile: Compile = (part, isOutput = false) => {
    if (Array.isArray(part)) {
      const items = part.map((item) => compile(item, isOutput))
      return (data) => items.map((resolve) => resolve(data))
    }
    if (!isObject(part)) return () => part
    const keys = Object.keys(part)
    if (isDirective(keys)) return compileDirective(part, keys, { compile, readPath, isOutput })
    // A field named `__proto__` sets the prototype of the object. `toOutput` copies the object without that prototype.
    if (isOutput && keys.includes('__proto__')) {
      const inner = compile(part)
      return (data) => toOutput(inner(data))
    }
    const properties = keys.map((key) => [key, compile(part[key], isOutput)] as const)
    return isOutput ? (data) => outputObject(properties, data) : (data) => innerObject(properties, data)
  }
  return compile
}

type Properties = readonly (readonly [string, Resolver])[]

function innerObject(properties: Properties, data: unknown): unknown {
  const resolved: Record<string, unknown> = {}
  for (const [key, resolve] of properties) resolved[key] = resolve(data)
  return resolved
}

/** Evaluates the properties and leaves out those that are undefined. */
function outputObject(properties: Properties, data: unknown): unknown {
  const resolved: Record<string, unknown> = {}
  for (const [key, resolve] of properties) {
    const value = resolve(data)
    if (value !== undefined) resolved[key] = value
  }
  return resolved
}

/** Whether an object is a directive: at least one key starts with `@`, and every other key is `_metadata`. */
export function isDirective(keys: readonly string[]): boolean {
  return keys.some((key) => key.startsWith('@')) && keys.every((key) => key.startsWith('@') || key === '_metadata')
}

function compileDirective(
  part: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  context: Context
): Resolver {
  const name = keys.find((key) => key.startsWith('@')) ?? ''
  const directive = directives[name]
  if (directive === undefined) return failing(`${name} is not a valid directive, got ${realTypeOf(directive)}`)
  const resolve = directive(part[name], context)
  // The items of an array path have been converted to output already.
  return context.isOutput && name !== '@arrayPath' ? (data) => toOutput(resolve(data)) : resolve
}
