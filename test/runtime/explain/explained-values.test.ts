import { tiktokConversions } from '../../../src'
import { explain, type ExplainedValue, type Subscription } from '../../../src/runtime'
import { SETTINGS } from '../../support/conversions'
import rows from './explained-values.json'

/** The values of a mapping, and the explanation of each mapped field. */
interface Row {
  readonly mapping: Subscription['mapping']
  readonly settings?: object
  readonly values: readonly ExplainedValue[]
}

const NOW = Date.parse('2026-11-20T12:00:00Z')
const BASE = { event: 'Lead', event_id: '1', external_id: 'u', timestamp: '2026-11-20T12:00:00Z' }

function explainedValues({ mapping, settings }: Row): readonly ExplainedValue[] {
  const subscription = {
    subscribe: 'type = "track"',
    partnerAction: 'reportWebEvent',
    mapping: { ...BASE, ...mapping }
  }
  const options = { now: NOW, subscriptions: [subscription] }
  const { mappings } = explain(tiktokConversions, { type: 'track', event: 'x' }, { ...SETTINGS, ...settings }, options)
  return mappings[0]?.values ?? []
}

it.each(rows as readonly Row[])('explains $mapping with the settings $settings', (row) => {
  const fields = row.values.map(({ field }) => field)
  expect(explainedValues(row).filter(({ field }) => fields.includes(field))).toStrictEqual(row.values)
})

it('explains each match key that the mapping lacks: neither the key, nor its parent, nor a part of it is mapped', () => {
  const unmapped = (mapping: Row['mapping']): string[] =>
    explainedValues({ mapping, values: [] }).flatMap(({ field, reason }) =>
      reason === 'The mapping does not contain this field.' ? [field] : []
    )
  const all = ['email', 'phone_number', 'first_name', 'last_name', 'address.city', 'address.state', 'address.country']
  const others = ['address.zip_code', 'ttclid', 'ttp', 'ip', 'user_agent']
  expect(unmapped({})).toStrictEqual([...all, ...others])
  expect(unmapped({ email: { a: 1 }, address: { '@path': '$.none' } })).toStrictEqual(
    [...all, ...others].filter((field) => field !== 'email' && !field.startsWith('address'))
  )
})
