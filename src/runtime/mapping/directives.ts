import { realTypeOf } from '@segment/actions-core'
import { flattenObject } from '@segment/actions-core/mapping-kit/flatten'
import { evaluateLiquid } from '@segment/actions-core/mapping-kit/liquid-directive'
import { render } from '@segment/actions-core/mapping-kit/placeholders'
import { compileReplace } from './replace'
import { type Compile, failing, isObject, type Resolver, toOutput } from './resolver'
import { compileNestedTransform } from './transform'

/** The context in which a directive is compiled. */
export interface Context {
  readonly compile: Compile
  /** Returns the resolver that reads a path of the event. */
  readonly readPath: (path: string) => Resolver
  /** Whether the result goes directly into the payload, instead of to another directive. */
  readonly isOutput: boolean
}

type Options = Readonly<Record<string, unknown>>

/** The compiler of a directive whose options must be an object. For other values, the resolver throws the message. */
function withOptions(message: string, compile: (options: Options, context: Context) => Resolver) {
  return (value: unknown, context: Context): Resolver => (isObject(value) ? compile(value, context) : failing(message))
}

/** The compiler of a directive whose value is either text or a directive that returns text. */
function withText(name: string, compile: (text: string, context: Context) => Resolver) {
  return (value: unknown, context: Context): Resolver => {
    if (typeof value === 'string') return compile(value, context)
    const resolve = context.compile(value)
    return (data) => {
      const text = resolve(data)
      if (typeof text !== 'string') return failing(`${name}: expected string, got ${realTypeOf(text)}`)(data)
      return compile(text, context)(data)
    }
  }
}

/** Compiles a path. The `$.` that stands for the event is removed. */
function compilePath(path: string, { readPath }: Context): Resolver {
  return readPath(path.replace('$.', ''))
}

/**
 * The directives of the mapping kit of actions-core 3.170.0, with the same error messages. `@template`, `@flatten` and
 * `@liquid` delegate to actions-core.
 */
export const directives: Readonly<Record<string, (value: unknown, context: Context) => Resolver>> = {
  '@path': withText('@path', compilePath),

  '@template': withText('@template', (template) => (data) => render(template, data)),

  '@literal': (value, { compile }) => compile(value),

  '@liquid': (value) => (data) => evaluateLiquid(value, data),

  '@if': withOptions('@if requires an object with an "exists" key', (options, { compile }) => {
    if (!options['exists'] && !options['blank']) return failing('@if requires an "exists" key or a "blank" key')
    const isBlank = options['exists'] === undefined
    const condition = compile(isBlank ? options['blank'] : options['exists'])
    const then = compile(options['then'])
    // As in actions-core, a falsy `else` results in undefined, but a falsy `then` results in its own value.
    const otherwise = compile(options['else'] || undefined)
    return (data) => {
      const value = condition(data)
      const holds = value !== undefined && value !== null && (!isBlank || value != '')
      return holds ? then(data) : otherwise(data)
    }
  }),

  '@case': withOptions('@case requires an object with a "operator" key', ({ operator, value }, { compile }) => {
    if (!operator) return failing('@case requires a "operator" key')
    if (!value) return () => undefined
    const resolve = compile(value)
    return (data) => {
      const text = resolve(data)
      if (typeof text !== 'string') return text
      if (operator === 'lower') return text.toLowerCase()
      if (operator === 'upper') return text.toUpperCase()
      return failing('operator key should have a value of "lower" or "upper"')(data)
    }
  }),

  '@replace': withOptions('@replace requires an object with a "pattern" key', (options, { compile }) =>
    compileReplace(options, compile)
  ),

  '@arrayPath': (value, context) => {
    if (!Array.isArray(value)) return failing(`@arrayPath expected array, got ${realTypeOf(value)}`)
    const { compile, isOutput } = context
    const [path, shape] = value as unknown[]
    const read = typeof path === 'string' ? compilePath(path, context) : compile(path)
    const hasShape = isObject(shape) && Object.keys(shape).length > 0
    const item = compile(shape, isOutput)
    return (data) => {
      const root = read(data)
      if (hasShape && Array.isArray(root)) return root.map((element) => item(element))
      if (hasShape && isObject(root)) return [item(root)]
      return isOutput ? toOutput(root) : root
    }
  },

  '@flatten': withOptions('@flatten requires an object with a "separator" key', (options, { compile }) => {
    if (!options['separator']) return failing('@flatten requires a "separator" key')
    const separator = compile(options['separator'])
    const value = compile(options['value'])
    return (data) => {
      const text = separator(data)
      if (typeof text !== 'string') return failing('@flatten requires a string separator')(data)
      return flattenObject(value(data) as object as never, '', text, Boolean(options['omitArrays']))
    }
  }),

  '@json': withOptions('@json requires an object with a "value" key', ({ mode, value }, { compile }) => {
    if (!mode) return failing('@json requires a "mode" key')
    if (!value) return failing('@json requires a "value" key')
    const resolve = compile(value)
    if (mode === 'encode') return (data) => JSON.stringify(resolve(data))
    if (mode === 'decode') return (data) => decode(resolve(data))
    return (data) => {
      resolve(data)
    }
  }),

  '@merge': withOptions(
    '@merge requires an object with an "objects" key and a "direction" key',
    ({ direction, objects }, { compile }) => {
      if (!direction) return failing('@merge requires a "direction" key')
      const order = compile(direction)
      if (!Array.isArray(objects)) {
        const fail = failing(
          objects ? `@merge: expected opts.array, got ${typeof objects}` : '@merge requires a "objects" key'
        )
        return (data) => {
          order(data)
          return fail(data)
        }
      }
      const parts = objects.map((part) => compile(part))
      return (data) => {
        const isLeft = order(data) === 'left'
        const merged = parts.map((part) => part(data))
        return Object.assign({}, ...(isLeft ? merged.reverse() : merged)) as unknown
      }
    }
  ),

  '@transform': withOptions(
    '@transform requires an object with an "apply" key and a "mapping" key',
    ({ apply, mapping }, { compile }) => {
      if (!mapping) return failing('@transform requires a "mapping" key')
      if (!apply) return failing('@transform requires a "apply" key')
      if (!isObject(apply)) return failing('@transform "apply" key should be an object')
      const first = compileNestedTransform(apply, compile)
      const second = compile(mapping)
      return (data) => second(first(data))
    }
  ),

  '@excludeWhenNull': (value, { compile }) => {
    const resolve = compile(value)
    return (data) => withoutNulls(resolve(data) ?? undefined)
  }
}

function decode(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function withoutNulls(value: unknown): unknown {
  if (!isObject(value)) return value
  const cleaned: Record<string, unknown> = Object.assign({}, value)
  for (const key of Object.keys(value)) {
    const property = value[key]
    if (property === null) cleaned[key] = undefined
    else if (isObject(property)) cleaned[key] = withoutNulls(property)
  }
  return cleaned
}
