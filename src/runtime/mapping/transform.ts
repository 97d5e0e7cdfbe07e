import { PayloadValidationError, realTypeOf } from '@segment/actions-core'
import validate from '@segment/actions-core/mapping-kit/validate'
import type { Compile, Resolver } from './resolver'
import { withRootDirective } from './root-directive'

type Mapping = Readonly<Record<string, unknown>>

/**
 * `transform` of the mapping kit, without the event: checks a mapping and reads it once.
 * @throws what `transform` throws for an invalid mapping
 */
export function compileTransform(mapping: Mapping, compile: Compile): Resolver {
  const whole = withRootDirective(mapping)
  validate(whole)
  const resolve = compile(whole, true)
  return (data = {}) => {
    requireObject(data)
    return resolve(data)
  }
}

/** The same for a mapping inside a directive: an invalid one refuses each event, and nothing before the first. */
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
