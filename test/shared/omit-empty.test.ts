import { omitEmpty } from '../../src/shared/omit-empty'

test('drops only undefined properties', () => {
  const object = { a: undefined, b: 0, c: false, d: null, e: '', f: NaN, g: [], h: { i: undefined } }
  expect(omitEmpty(object)).toStrictEqual({ b: 0, c: false, d: null, e: '', f: NaN, g: [], h: { i: undefined } })
})

test.each([[{}], [{ a: undefined }], [{ a: undefined, b: undefined }]])('%p becomes undefined', (object) => {
  expect(omitEmpty(object)).toBeUndefined()
})

test('returns a copy', () => {
  const object = { a: 1, b: 'two' }
  expect(omitEmpty(object)).toStrictEqual(object)
  expect(omitEmpty(object)).not.toBe(object)
})

test('keeps the order of the keys and does not change the object', () => {
  const object = { c: 1, a: undefined, b: 2 }
  expect(Object.keys(omitEmpty(object) ?? {})).toStrictEqual(['c', 'b'])
  expect(Object.keys(object)).toStrictEqual(['c', 'a', 'b'])
})
