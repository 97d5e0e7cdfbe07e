import fc from 'fast-check'
import { normaliseName, normalisePlace } from '../../../src/shared/identity/normalise'

// ASCII text is normalised by rules of its own: here is what holds for every script.
const name = (value: string) =>
  value
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Cc}\p{Cf}\ufe00-\ufe0f\s]/gu, '')
const place = (value: string) =>
  value
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

test.each(characters.map((character) => [character]))('the character %j, alone and between letters', (character) => {
  for (const value of [character, `A${character}b`]) {
    expect(normaliseName(value) ?? '').toBe(name(value))
    expect(normalisePlace(value) ?? '').toBe(place(value))
  }
})

test('any text in ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...characters) }), (value) => {
      expect(normaliseName(value) ?? '').toBe(name(value))
      expect(normalisePlace(value) ?? '').toBe(place(value))
    })
  )
})
