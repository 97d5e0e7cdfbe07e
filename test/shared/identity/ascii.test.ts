import fc from 'fast-check'
import { normaliseName, normalisePlace } from '../../../src/shared/identity/normalise'

// Both functions keep the letters and digits of ASCII text.
const lettersAndDigits = (value: string) => value.toLowerCase().replace(/[^a-z0-9]/g, '')

const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

test.each(characters.map((character) => [character]))(
  'the character %j is kept only if it is a letter or a digit',
  (character) => {
    for (const value of [character, `A${character}b`]) {
      expect(normaliseName(value) ?? '').toBe(lettersAndDigits(value))
      expect(normalisePlace(value) ?? '').toBe(lettersAndDigits(value))
    }
  }
)

test('only the letters and digits of ASCII text are kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...characters) }), (value) => {
      expect(normaliseName(value) ?? '').toBe(lettersAndDigits(value))
      expect(normalisePlace(value) ?? '').toBe(lettersAndDigits(value))
    })
  )
})
