import { toBoolean, distinct, isRecord, toArray, toNumber, toText, toTextList } from '../../src/shared/coerce'

interface Case {
  value: unknown
  read: unknown
}

describe('toText', () => {
  test.each<Case>([
    { value: ' a b ', read: 'a b' },
    { value: '\u00a0\u3000a\ufeff', read: 'a' },
    { value: '\u0085 \u0085a\u0085b\u0085\u0085 ', read: 'a\u0085b' },
    { value: ' \u0085 ', read: undefined },
    { value: 0, read: '0' },
    { value: 12.5, read: '12.5' },
    { value: false, read: 'false' },
    { value: '', read: undefined },
    { value: ' \n\u00a0', read: undefined },
    { value: null, read: undefined },
    { value: undefined, read: undefined },
    { value: {}, read: undefined },
    { value: ['a'], read: undefined }
  ])('reads $value as $read', ({ value, read }) => {
    expect(toText(value)).toBe(read)
  })
})

describe('toTextList', () => {
  test.each<Case>([
    { value: ['a', ' a', 'b', 'a'], read: ['a', 'b'] },
    { value: 'a', read: ['a'] },
    { value: [1, true, null, '', {}], read: ['1', 'true'] },
    { value: ['', ' '], read: undefined },
    { value: [], read: undefined },
    { value: null, read: undefined }
  ])('reads $value as $read', ({ value, read }) => {
    expect(toTextList(value)).toStrictEqual(read)
  })
})

describe('toNumber', () => {
  test.each<Case>([
    { value: 0, read: 0 },
    { value: -1.5, read: -1.5 },
    { value: '0', read: 0 },
    { value: ' 12.50 ', read: 12.5 },
    { value: '$12.50', read: undefined },
    { value: '12,50', read: undefined },
    { value: '1 000', read: undefined },
    { value: '', read: undefined },
    { value: ' ', read: undefined },
    { value: true, read: undefined },
    { value: null, read: undefined },
    { value: [1], read: undefined },
    { value: NaN, read: undefined },
    { value: Infinity, read: undefined },
    { value: '1e999', read: undefined }
  ])('reads $value as $read', ({ value, read }) => {
    expect(toNumber(value)).toBe(read)
  })
})

describe('toBoolean', () => {
  test.each<Case>([
    { value: true, read: true },
    { value: false, read: false },
    { value: 'true', read: true },
    { value: 'false', read: false },
    { value: 'yes', read: undefined },
    { value: 1, read: undefined },
    { value: '', read: undefined },
    { value: null, read: undefined }
  ])('reads $value as $read', ({ value, read }) => {
    expect(toBoolean(value)).toBe(read)
  })
})

describe('toArray', () => {
  test.each<Case>([
    { value: [1, null], read: [1, null] },
    { value: 1, read: [1] },
    { value: '', read: [''] },
    { value: null, read: [null] },
    { value: undefined, read: [undefined] }
  ])('reads $value as $read', ({ value, read }) => {
    expect(toArray(value)).toStrictEqual(read)
  })
})

test('distinct keeps the order of the values', () => {
  expect(distinct(['b', undefined, 'a', 'b'])).toStrictEqual(['b', 'a'])
  expect(distinct([undefined])).toBeUndefined()
  expect(distinct([])).toBeUndefined()
})

test.each<Case>([
  { value: {}, read: true },
  { value: { a: 1 }, read: true },
  { value: [], read: false },
  { value: null, read: false },
  { value: 'a', read: false }
])('isRecord($value) is $read', ({ value, read }) => {
  expect(isRecord(value)).toBe(read)
})
