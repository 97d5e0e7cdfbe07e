import { fieldsToJsonSchema } from '@segment/actions-core'
import fc from 'fast-check'
import { tiktokConversions, tiktokOfflineConversions } from '../../src'
import { compileRemoval, type SchemaPart } from '../../src/runtime/remove-empty-values'
import { copyOf } from '../support/copy'
import { expectSame } from '../support/same'

// actions-core's own function. Its package does not export it, so it is loaded by its path.
const core = jest.requireActual<{ removeEmptyValues: (value: unknown, schema: unknown) => unknown }>(
  '../../node_modules/@segment/actions-core/dist/cjs/remove-empty-values.js'
)

const fields = {
  ...tiktokConversions.actions['reportWebEvent']?.fields,
  ...tiktokOfflineConversions.actions['reportOfflineEvent']?.fields
}
const item = fields['contents']?.properties ?? {}
const schemas = [
  fieldsToJsonSchema(fields),
  fieldsToJsonSchema({
    list: { label: 'List', type: 'string', allowNull: true, multiple: true },
    choice: { label: 'Choice', type: 'string', choices: ['a'] }
  }),
  {}
] as SchemaPart[]

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: fc.constantFrom<unknown>(null, '', undefined, 0, false, 'a', new Date(0)) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.dictionary(fc.constantFrom(...Object.keys(item), 'city', '__proto__'), tie('value'), {
        noNullPrototype: true
      })
    }
  )
})).value
const payload = fc.dictionary(
  fc.constantFrom(...Object.keys(fields), 'list', 'choice', 'other', 'constructor', '__proto__'),
  value,
  { noNullPrototype: true }
)

it.each(schemas)('removes what actions-core removes: schema %#', (schema) => {
  const remove = compileRemoval(schema)
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: payload }, { weight: 1, arbitrary: value }), (given) => {
      expectSame(remove(copyOf(given)), core.removeEmptyValues(copyOf(given), schema))
    }),
    { numRuns: 1000 }
  )
})
