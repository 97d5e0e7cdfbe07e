import { type JSONObject, transform } from '@segment/actions-core'
import fc from 'fast-check'
import { compileMapping } from '../../../src/runtime'
import { events, mappings } from '../../support/arbitrary-mappings'
import { copyOf } from '../../support/copy'
import { expectSame } from '../../support/same'
import { runs } from '../../support/runs'

const MAPPINGS = runs(3000)
const EVENTS = 30

/** The result or the error of a function, in a form that can be compared. */
function outcomeOf<T>(run: () => T): { gives: T } | { throws: string[] } {
  try {
    return { gives: run() }
  } catch (error) {
    // The message of an aggregate error contains the stacks of its errors.
    const parts = Symbol.iterator in (error as object) ? [...(error as Iterable<Error>)] : [error as Error]
    return { throws: parts.map((part) => part.message) }
  }
}

let pairs = 0
let payloads = 0

it('returns the payloads of transform, throws its messages, and changes neither event nor mapping', () => {
  fc.assert(
    fc.property(mappings, fc.array(events, { minLength: EVENTS, maxLength: EVENTS }), (mapping, all) => {
      const mappingBefore = copyOf(mapping)
      const compiled = outcomeOf(() => compileMapping(mapping))
      // An invalid mapping gives the same error for every event.
      for (const event of 'gives' in compiled ? all : all.slice(0, 1)) {
        const eventBefore = copyOf(event)
        const ours = 'gives' in compiled ? outcomeOf(() => compiled.gives(event)) : compiled
        expectSame(event, eventBefore)
        const theirs = outcomeOf(() => transform(copyOf(mapping) as JSONObject, event as JSONObject))
        expectSame(ours, theirs)
        pairs += 1
        if ('gives' in theirs) payloads += 1
      }
      expectSame(mapping, mappingBefore)
    }),
    { numRuns: MAPPINGS }
  )
})

it('compared enough pairs, and most of them have a payload', () => {
  expect(pairs).toBeGreaterThanOrEqual(runs(50_000))
  expect(payloads / pairs).toBeGreaterThan(0.7)
})
