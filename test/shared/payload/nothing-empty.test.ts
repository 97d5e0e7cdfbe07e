import fc from 'fast-check'
import { builderFields } from '../../../src/shared/fields'
import { build } from '../../support/build'
import { emptyPaths } from '../../support/empty'

test('emptyPaths finds empty values', () => {
  expect(emptyPaths({ a: [], b: { c: null, d: [''] }, e: {}, f: undefined, g: [0, false, ' '] })).toStrictEqual([
    '$.a',
    '$.b.c',
    '$.b.d.0',
    '$.e',
    '$.f'
  ])
})

/** Usable and unusable values, as in a payload that was not validated. */
const scalar = fc.oneof(
  fc.constantFrom(null, undefined, '', ' ', 0, 1, -1.5, true, false, 'a', '8.8.8.8', 'ann@example.com', '2024-01-01'),
  fc.string(),
  fc.double()
)
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.jsonValue())

/** An object with some of these properties, or anything else. */
const objectOf = (properties: object) =>
  fc.oneof(
    value,
    fc.record(Object.fromEntries(Object.keys(properties).map((key) => [key, value])), { requiredKeys: [] })
  )

const payload = fc.record(
  Object.fromEntries(
    Object.entries(builderFields).map(([key, field]) => {
      if (!('properties' in field)) return [key, value]
      const one = objectOf(field.properties)
      return [key, 'multiple' in field ? fc.oneof(one, fc.array(one, { maxLength: 3 })) : one]
    })
  ),
  { requiredKeys: [] }
)
const timestamp = fc.constantFrom(undefined, null, '', ' ', '2024-01-01', 1_700_000_000)

test.each(['web', 'crm', 'offline'] as const)('nothing in a %s event is empty', (source) => {
  fc.assert(
    fc.property(payload, timestamp, fc.constantFrom('travel_fields', 'vehicle_fields'), (given, timestamp, spec) => {
      const lead_fields = { lead_id: 'lead-1', lead_event_source: given['lead_fields'] }
      const readable = { ...given, event: 'Contact', timestamp, event_spec_type: spec, lead_fields }
      expect(emptyPaths(build(readable, { source }))).toStrictEqual([])
    }),
    { numRuns: 200 }
  )
})
