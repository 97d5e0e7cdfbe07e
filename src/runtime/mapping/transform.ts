import { PayloadValidationError, realTypeOf } from '@segment/actions-core'
import validate from '@segment/actions-core/mapping-kit/validate'
import type { Compile, Resolver } from './resolver'
import { withRootDirective } from './root-directive'

type Mapping = Readonly<Record<string, unknown>>

/**
 * Checks and compiles a mapping. This is the part of the mapping kit's `transform` that needs no event.
 * @throws errors with the messages of `transform`, for an invalid mapping
 */
export function compileTransform(mapping: Mapping, compile: Compile): Resolver {
  const wrapped = withRootDirective(mapping)
  validate(wrapped)
  const resolve = compile(wrapped, true)
  return (data = {}) => {
    requireObject(data)
    return resolve(data)
  }
}

/**
 * Compiles a mapping inside a directive. An invalid mapping becomes a resolver that always throws, because the mapping
 * kit checks such a mapping only when it evaluates the directive.
 */
export function compileNestedTransform(mapping: Mapping, compile: Compile): Resolver {
  try {
    return compileTransform(mapping, compile)
  } catch (error) {
    return (data = {}) => {
      requireObject(data)
      throw error
    }
  }
}

function requireObject(data: unknown): void {
  const type = realTypeOf(data)
  if (type !== 'object') throw new PayloadValidationError(`data must be an object, got ${type}`)
}
