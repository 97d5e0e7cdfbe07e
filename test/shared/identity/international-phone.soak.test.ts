import fc from 'fast-check'
import metadata from 'libphonenumber-js/metadata.max.json'
import { normaliseInternationalPhone } from '../../../src/shared/identity/international-phone'
import { normalisePhone } from '../../../src/shared/identity/phone'

const CODES = [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)]

// Prefixes that the parser rewrites in some country, and prefixes that look like them.
const PREFIXES = [
  '',
  '0',
  '00',
  '01',
  '06',
  '08',
  '1',
  '11',
  '1001',
  '1020',
  '115',
  '11808',
  '12593',
  '15',
  '1511'
].concat(['17951', '180020', '183', '1832', '19', '1920', '2215', '3815', '8', '80', '82', '88', '9', '90', '9015'])

describe('gives the result of the server or none', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String)
  const separator = fc.constantFrom('', '', '', ' ', '-', '.', '/', ' (', ') ')
  const spaced = fc.array(
    fc.tuple(digit, separator).map((pair) => pair.join('')),
    { minLength: 2, maxLength: 13 }
  )
  const start = fc.constantFrom('+', '(+', '00', '+ ', '-+', '( +', '((+', '.+', '0 0')
  const number = fc
    .tuple(start, fc.constantFrom(...CODES), separator, fc.constantFrom(...PREFIXES), spaced)
    .map(([...parts]) => parts.flat().join(''))

  test('for 50,000 numbers that start like those the parser rewrites', () => {
    let kept = 0
    fc.assert(
      fc.property(number, (value) => {
        const plain = normaliseInternationalPhone(value)
        if (plain === undefined) return
        kept += 1
        expect([value, plain]).toStrictEqual([value, normalisePhone(value)])
      }),
      { numRuns: 50_000, seed: 5 }
    )
    expect(kept).toBeGreaterThan(10_000)
  })

  test('for 20,000 texts of digits, separators and letters', () => {
    const odd = fc.string({ unit: fc.constantFrom(...Array.from('+0123456789 ()-./x,;#\t\u00a0ab')) })
    fc.assert(
      fc.property(fc.tuple(start, odd), ([first, rest]) => {
        const plain = normaliseInternationalPhone(first + rest)
        if (plain !== undefined) expect(plain).toBe(normalisePhone(first + rest))
      }),
      { numRuns: 20_000, seed: 5 }
    )
  })
})
