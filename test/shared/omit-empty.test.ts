import { omitEmpty } from '../../src/shared/omit-empty'

test('what is undefined goes, whatever else is falsy stays', () => {
  const object = { a: undefined, b: 0, c: false, d: null, e: '', f: NaN }
  expect(omitEmpty(object)).toStrictEqual({ b: 0, c: false, d: null, e: '', f: NaN })
})

test.each([[{}], [{ a: undefined }], [{ a: undefined, b: undefined }]])('of %j nothing is left', (object) => {
  expect(omitEmpty(object)).toBeUndefined()
})

test('an object that lacks nothing is returned as it is', () => {
  const object = { a: 1, b: 'two' }
  expect(omitEmpty(object)).toBe(object)
})

test('the order of the keys stays, and the object itself too', () => {
  const object = { c: 1, a: undefined, b: 2 }
  expect(Object.keys(omitEmpty(object) ?? {})).toStrictEqual(['c', 'b'])
  expect(Object.keys(object)).toStrictEqual(['c', 'a', 'b'])
})
