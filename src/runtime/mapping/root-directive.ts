import { PayloadValidationError } from '@segment/actions-core'
import cloneDeep from 'lodash/cloneDeep'
import { isObject } from './resolver'

/** The field in which Segment stores a directive that applies to the whole mapping. */
export const ROOT = '__segment_internal_directive'

/**
 * Returns the `apply` of the root directive `@transform`. It maps the event to an object, and all other fields read
 * that object instead of the event. Returns undefined if they read the event itself.
 */
export function rootApply({ [ROOT]: root }: Readonly<Record<string, unknown>>): object | undefined {
  const options = isObject(root) ? root['@transform'] : undefined
  return isObject(options) && isObject(options['apply']) ? options['apply'] : undefined
}

/**
 * Wraps the rest of a mapping in its root directive. A mapping without one is returned unchanged.
 * @param mapping a mapping, which is not changed
 * @throws an error with the message of actions-core's `transform`, for an invalid root directive
 */
export function withRootDirective(mapping: Readonly<Record<string, unknown>>): object {
  if (!Object.keys(mapping).includes(ROOT)) return mapping
  const { [ROOT]: given, ...fields } = mapping
  const root = cloneDeep(given) as Record<string, unknown>
  const names = Object.keys(root)
  if (names.length > 1) throw new PayloadValidationError('The root mapping must only have a single directive object')
  const options = root[names[0] ?? '']
  if (!options || typeof options !== 'object') {
    throw new PayloadValidationError('The root directive must be an object')
  }
  // The inner assign drops a field named `__proto__`, as actions-core's `transform` does.
  Object.assign(options, { mapping: Object.assign({}, fields) })
  return root
}
