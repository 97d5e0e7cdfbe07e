import { serverMatchKeyRules } from '../../../src/shared/identity/server-match-keys'
import { sha256 } from '../../../src/shared/identity/hash'
import { buildMatchKeys, type Person } from '../../../src/shared/identity/match-keys'
import { isHashed } from '../../../src/shared/identity/normalise'
import { browserMatchKeyRules } from '../../../src/shared/identity/browser-match-keys'
import vectors from '../../vectors.json'

interface Row {
  kind: string
  input: string
  country: string | undefined
  normalised: string | null
}

interface Vector {
  input: string
  normalised: string | null
  country?: string
}

const rows: Row[] = Object.values(vectors).flatMap((kinds) =>
  Object.entries(kinds as Record<string, Vector[]>).flatMap(([kind, found]) =>
    found.map(({ input, country, normalised }) => ({ kind, input, country, normalised }))
  )
)

/** A person that has only the value of a row. */
function personOf({ kind, input, country }: Row): Person {
  const address = country === undefined ? {} : { country }
  if (kind === 'phone') return { phone_number: [input], address }
  if (kind === 'email' || kind === 'external_id') return { [kind]: [input] }
  if (kind === 'first_name' || kind === 'last_name') return { [kind]: input }
  return { address: { ...address, [kind]: input } }
}

function keyOf(row: Row, rules: typeof browserMatchKeyRules): string | undefined {
  const keys: Record<string, string | string[] | undefined> = buildMatchKeys(personOf(row), rules) ?? {}
  return [keys[row.kind]].flat()[0]
}

const HASHED = ['email', 'phone', 'external_id', 'first_name', 'last_name', 'zip_code']

// The same table as the server's, in vectors.test.ts.
describe('the browser and the server agree on every row of the table', () => {
  test('the table has rows for every kind of value', () => {
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toStrictEqual(
      [...HASHED, 'city', 'country', 'state'].sort()
    )
  })

  test.each(rows)('$kind $input, country $country: the browser sends what the server hashes, or nothing', (row) => {
    const plain = keyOf(row, browserMatchKeyRules)
    if (plain !== undefined) expect(plain).toBe(row.normalised)
  })

  test('the browser drops only values that need a phone parser or a table of country names', () => {
    const missing = rows.filter((row) => row.normalised !== null && keyOf(row, browserMatchKeyRules) === undefined)
    expect(missing.map(({ kind, input, country }) => [kind, input, country])).toStrictEqual([
      ['phone', '+44 (0)20 7946 0958', undefined],
      ['phone', '(415) 555-2671', 'US'],
      ['phone', '020 7946 0958', 'gb'],
      ['phone', '14155552671', undefined],
      ['phone', '+4402079460958', undefined],
      ['phone', '4915112345678', 'DE'],
      ['phone', '14155552671', 'FR'],
      ['country', 'USA', undefined],
      ['country', 'United States', undefined]
    ])
  })
})

describe('a SHA-256 is passed in lower case', () => {
  const hash = sha256('user@example.com').toUpperCase()
  test.each(['email', 'phone_number', 'external_id', 'first_name', 'last_name'] as const)('%s', (field) => {
    expect(Object.values(buildMatchKeys({ [field]: hash }, browserMatchKeyRules) ?? {}).flat()).toStrictEqual([
      hash.toLowerCase()
    ])
  })
})

describe('the zip code that the browser sends', () => {
  test.each([
    ['United States', '10001-1234', undefined],
    ['United States', '10001', '10001'],
    ['United States', 'M5V 3L9', 'm5v3l9'],
    ['Brazil', '01310-100', undefined],
    ['Germany', '10115', '10115'],
    ['Atlantis', '12345-6789', undefined],
    ['USA', '10001-1234', undefined],
    ['USA', '10001', '10001'],
    ['BR', '01310-100', '01310100'],
    [undefined, '10001-1234', '10001']
  ])('for %s, %s: %s', (country, zip_code, expected) => {
    const person = { address: { zip_code, ...(country !== undefined && { country }) } }
    const plain = buildMatchKeys(person, browserMatchKeyRules)?.zip_code
    expect(plain).toBe(expected)
    const hashed = buildMatchKeys(person, serverMatchKeyRules)?.zip_code ?? ''
    expect(isHashed(hashed)).toBe(true)
    if (plain !== undefined) expect(hashed).toBe(sha256(plain))
  })
})
