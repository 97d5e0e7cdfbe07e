import fc from 'fast-check'
import { parseJson } from '../../../src/relay/config/parse-json'

it('parses JSON', () => {
  expect(parseJson('{"a": [1]}', 'relay.json')).toStrictEqual({ a: [1] })
})

it.each([
  ['a missing value', '{"a": }', 1, 7],
  ['an extra comma', '{\n  "a": 1,\n}', 3, 1],
  ['a missing colon', '{"a" 1}', 1, 6],
  ['a missing comma', '{"a": 1\n "b": 2}', 2, 2],
  ['an unterminated string', '{"a": "x', 1, 9],
  ['a word without quotation marks', '{\n "accessToken": secret}', 2, 17],
  ['a second value', '{} x', 1, 4],
  ['a comment', '{ // here\n}', 1, 3],
  ['nothing', '', 1, 1]
])('names the position of %s', (_, text, line, column) => {
  expect(() => parseJson(text, 'relay.json')).toThrow(
    `relay.json is not valid JSON: see line ${line}, column ${column}.`
  )
})

it('does not quote the text, which may be a token', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, at) => {
      const text = `${json.slice(0, at % json.length)}secret${json.slice(at % json.length)}`
      try {
        parseJson(text, 'relay.json')
      } catch (error) {
        expect((error as Error).message).toMatch(/^relay\.json is not valid JSON: see line \d+, column \d+\.$/)
      }
    })
  )
})
