import type { InputField } from '@segment/actions-core'
import { transform } from '@segment/actions-core/mapping-kit'
import { builderFields } from '../../src/shared/fields'
import { when } from '../../src/shared/fields/conditions'
import { firstChoice, firstNumber, firstText, path, textOrBlank } from '../../src/shared/fields/directives'

const A = '$.properties.a'
const B = '$.properties.b'
const C = '$.properties.c'
const read = (directive: object, properties: object): unknown =>
  transform({ read: { ...directive } }, { properties: { ...properties } })['read']

describe('the saved form of a directive', () => {
  test.each([
    { title: 'path', directive: path(A), saved: { '@path': A } },
    { title: 'firstText of one', directive: firstText(A), saved: { '@path': A } },
    {
      title: 'firstText of three',
      directive: firstText(A, B, C),
      saved: {
        '@if': {
          blank: { '@path': A },
          then: { '@path': A },
          else: { '@if': { blank: { '@path': B }, then: { '@path': B }, else: { '@path': C } } }
        }
      }
    },
    {
      title: 'firstChoice of one',
      directive: firstChoice(A),
      saved: { '@if': { blank: { '@path': A }, then: { '@path': A } } }
    },
    {
      title: 'firstChoice of two',
      directive: firstChoice(A, B),
      saved: {
        '@if': {
          blank: { '@path': A },
          then: { '@path': A },
          else: { '@if': { blank: { '@path': B }, then: { '@path': B } } }
        }
      }
    },
    {
      title: 'textOrBlank',
      directive: textOrBlank(A),
      saved: {
        '@replace': { pattern: ' ', replacement: ' ', ignorecase: false, global: false, value: { '@path': A } }
      }
    },
    {
      title: 'firstNumber',
      directive: firstNumber(A, B),
      saved: { '@if': { exists: { '@path': A }, then: { '@path': A }, else: { '@path': B } } }
    }
  ])('$title', ({ directive, saved }) => {
    expect(directive).toStrictEqual(saved)
  })
})

describe('the mapping kit reads a directive', () => {
  test.each([
    { directive: 'firstText', properties: { a: 'a', b: 'b', c: 'c' }, read: 'a' },
    { directive: 'firstText', properties: { a: '', b: 'b', c: 'c' }, read: 'b' },
    { directive: 'firstText', properties: { a: null, b: '', c: 'c' }, read: 'c' },
    { directive: 'firstText', properties: { c: '' }, read: '' },
    { directive: 'firstText', properties: { a: ' ', b: 'b' }, read: ' ' },
    { directive: 'firstText', properties: { a: ['a'], b: 'b' }, read: ['a'] },
    { directive: 'firstText', properties: { a: 7, b: 'b' }, read: 7 },
    { directive: 'firstText', properties: { a: 0, b: 'b' }, read: 'b' },
    { directive: 'firstText', properties: {}, read: undefined },
    { directive: 'firstChoice', properties: { a: 'a', b: 'b' }, read: 'a' },
    { directive: 'firstChoice', properties: { a: '', b: 'b' }, read: 'b' },
    { directive: 'firstChoice', properties: { a: '', b: '' }, read: undefined },
    { directive: 'textOrBlank', properties: { a: ' a  b ' }, read: ' a  b ' },
    { directive: 'textOrBlank', properties: { a: 0 }, read: '0' },
    { directive: 'textOrBlank', properties: { a: 12.5 }, read: '12.5' },
    { directive: 'textOrBlank', properties: { a: { b: 1 } }, read: '' },
    { directive: 'textOrBlank', properties: { a: ['a'] }, read: '' },
    { directive: 'textOrBlank', properties: { a: null }, read: '' },
    { directive: 'textOrBlank', properties: {}, read: '' },
    { directive: 'firstNumber', properties: { a: 0, b: 5 }, read: 0 },
    { directive: 'firstNumber', properties: { a: 1, b: 5 }, read: 1 },
    { directive: 'firstNumber', properties: { a: null, b: 5 }, read: 5 },
    { directive: 'firstNumber', properties: { b: 0 }, read: 0 },
    { directive: 'firstNumber', properties: {}, read: undefined }
  ] as const)('$directive of $properties is $read', ({ directive, properties, read: wanted }) => {
    const directives = {
      firstText: firstText(A, B, C),
      firstChoice: firstChoice(A, B),
      firstNumber: firstNumber(A, B),
      textOrBlank: textOrBlank(A)
    }
    expect(read(directives[directive], properties)).toStrictEqual(wanted)
  })
})

test('when makes a condition of the framework', () => {
  expect(when('all', { event_source: 'web', event_spec_type: 'travel_fields' })).toStrictEqual({
    match: 'all',
    conditions: [
      { fieldKey: 'event_source', operator: 'is', value: 'web' },
      { fieldKey: 'event_spec_type', operator: 'is', value: 'travel_fields' }
    ]
  })
})

test.each(Object.entries(builderFields).filter(([, field]) => field.type === 'object' && 'default' in field))(
  'the default of %s names properties that it has',
  (_key, field) => {
    const { default: defaults = {}, properties = {} } = field as { default?: object; properties?: object }
    expect(Object.keys(defaults).sort()).toStrictEqual(Object.keys(properties).sort())
  }
)

test('only the number properties of an item allow null', () => {
  const properties: Record<string, InputField> = builderFields.contents.properties
  const allowed = Object.entries(properties).map(([key, { allowNull = false }]) => [key, allowNull])
  expect(Object.fromEntries(allowed)).toStrictEqual({
    price: true,
    quantity: true,
    content_category: false,
    content_id: false,
    content_name: false,
    brand: false,
    product_id: false,
    variant_id: false,
    sku: false
  })
})
