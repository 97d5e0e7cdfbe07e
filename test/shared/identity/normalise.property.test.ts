import fc from 'fast-check'
import {
  normaliseEmail,
  normaliseExternalId,
  normaliseName,
  normalisePlace,
  normaliseZipCode
} from '../../../src/shared/identity/normalise'

test.each([
  { name: 'email', normalise: normaliseEmail },
  { name: 'external id', normalise: normaliseExternalId },
  { name: 'name', normalise: normaliseName },
  { name: 'zip code', normalise: (value: string) => normaliseZipCode(value) },
  { name: 'place', normalise: normalisePlace }
])('normalising a $name twice gives the same, and never a blank', ({ normalise }) => {
  const any = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.emailAddress())
  fc.assert(
    fc.property(any, (value) => {
      const normalised = normalise(value)
      fc.pre(normalised !== undefined)
      expect(normalised.trim()).not.toBe('')
      expect(normalise(normalised)).toBe(normalised)
    }),
    { numRuns: 300 }
  )
})
