/** @jest-environment jsdom */
import fc from 'fast-check'
import { fields } from '../../../src/destinations/tiktok-pixel/reportWebEvent/fields'
import { connected } from './pixel-page'

/** Payloads with any value under any field, as the browser runtime passes them on without validation. */
const payloads = fc.dictionary(fc.constantFrom(...Object.keys(fields)), fc.anything({ withNullPrototype: true }))

function hasEmptyValue(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (typeof value !== 'object') return false
  const values = Object.values(value)
  return values.length === 0 || values.some(hasEmptyValue)
}

test('no payload throws, and each event is tracked once without empty properties', () => {
  fc.assert(
    fc.property(payloads, (payload) => {
      const { report, calls, warnings } = connected()
      report({ ...payload, event: 'Contact' })
      const tracked = calls().filter(([method]) => method === 'track')
      expect(tracked).toHaveLength(1)
      expect(Object.values(tracked[0]?.[2] as object).some(hasEmptyValue)).toBe(false)
      expect(warnings).toStrictEqual([])
    })
  )
})
