import { serverMatchKeyRules } from '../../../src/shared/identity/server-match-keys'
import { buildMatchKeys, type MatchKeyRules, type Person } from '../../../src/shared/identity/match-keys'
import vectors from '../../vectors.json'

interface Row {
  input: string
  country?: string | undefined
  normalised: string | null
  sha256?: string | null
}

/** A person with only one value, for each kind of value. */
const KINDS = {
  email: (input: string): Person => ({ email: [input] }),
  phone: (input: string, country?: string): Person => ({
    phone_number: [input],
    ...(country && { address: { country } })
  }),
  external_id: (input: string): Person => ({ external_id: [input] }),
  first_name: (input: string): Person => ({ first_name: input }),
  last_name: (input: string): Person => ({ last_name: input }),
  zip_code: (input: string, country?: string): Person => ({
    address: { zip_code: input, ...(country && { country }) }
  }),
  city: (input: string): Person => ({ address: { city: input } }),
  state: (input: string): Person => ({ address: { state: input } }),
  country: (input: string): Person => ({ address: { country: input } })
}
type Kind = keyof typeof KINDS

const withoutHash: MatchKeyRules = { ...serverMatchKeyRules, hash: (normalised) => normalised }
const isList = (kind: Kind) => kind === 'email' || kind === 'phone' || kind === 'external_id'

function expectKey(kind: Kind, { input, country }: Row, rules: MatchKeyRules, wanted: string | null) {
  const keys = { ...buildMatchKeys(KINDS[kind](input, country), rules) }
  if (kind !== 'country') delete keys.country
  expect(keys).toStrictEqual(wanted === null ? {} : { [kind]: isList(kind) ? [wanted] : wanted })
}

const hashed = Object.entries(vectors.hashed) as [Kind, Row[]][]
const plain = Object.entries(vectors.plain) as [Kind, Row[]][]

describe.each([...hashed, ...plain])('%s, normalised', (kind, rows) => {
  test.each(rows)('$input ($country) is $normalised', (row) => {
    expectKey(kind, row, withoutHash, row.normalised)
  })
})

describe.each(hashed)('%s, hashed', (kind, rows) => {
  test.each(rows)('$input ($country) is $sha256', (row) => {
    expectKey(kind, row, serverMatchKeyRules, row.sha256 ?? null)
  })
})

describe.each(plain)('%s, sent in plain text', (kind, rows) => {
  test.each(rows)('$input is $normalised', (row) => {
    expectKey(kind, row, serverMatchKeyRules, row.normalised)
  })
})

test('the table has every kind of value', () => {
  expect([...hashed, ...plain].map(([kind]) => kind).sort()).toStrictEqual(Object.keys(KINDS).sort())
})
