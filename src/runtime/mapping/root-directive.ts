import { PayloadValidationError } from '@segment/actions-core'
import cloneDeep from 'lodash/cloneDeep'

/** The field in which Segment keeps a directive that the whole mapping goes through. */
const ROOT = '__segment_internal_directive'

/**
 * A mapping with a root directive, as that directive over the rest of the mapping; any other as it is.
 * @param mapping it stays as it is
 * @throws PayloadValidationError for more than one root directive, or one that is no object
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
  // The inner assign loses a field named `__proto__`, as the mapping kit does.
  Object.assign(options, { mapping: Object.assign({}, fields) })
  return root
}
