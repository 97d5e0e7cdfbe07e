import { type JSONObject, transform } from '@segment/actions-core'
import { compileMapping } from '../../../src/runtime'

const EVENT = { a: 'Text', n: 5, list: [{ x: 1 }], left: { k: 1, l: 2 }, right: { k: 3 } }
const a = { '@path': '$.a' }
const sides = [{ '@path': '$.left' }, { '@path': '$.right' }]

/** The payload, or the messages of the error. */
function resultOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    const parts = Symbol.iterator in (error as object) ? [...(error as Iterable<Error>)] : [error as Error]
    return parts.map(({ message }) => message)
  }
}

it.each([
  { '@case': { operator: 'lower', value: a } },
  { '@case': { operator: 'upper', value: a } },
  { '@case': { operator: 'title', value: a } },
  { '@case': { operator: 'lower', value: { '@path': '$.n' } } },
  { '@case': { value: a } },
  { '@case': { operator: 'lower' } },
  { '@json': { mode: 'encode', value: { '@path': '$.list' } } },
  { '@json': { mode: 'decode', value: '{"x":1}' } },
  { '@json': { value: a } },
  { '@json': { mode: 'encode' } },
  { '@merge': { direction: 'left', objects: sides } },
  { '@merge': { direction: 'right', objects: sides } },
  { '@merge': { objects: sides } },
  { '@merge': { direction: 'left', objects: 'text' } },
  { '@merge': { direction: 'left' } },
  { '@transform': { apply: { b: a }, mapping: { '@path': '$.b' } } },
  { '@transform': { apply: { b: a } } },
  { '@transform': { mapping: a } },
  { '@transform': { apply: 'text', mapping: a } },
  { '@if': { then: a } },
  { '@flatten': { value: { '@path': '$.left' }, separator: '.' } },
  { '@flatten': { value: { '@path': '$.left' } } },
  { '@replace': { value: a } },
  { '@replace': { pattern: 't', replacement: 'x', ignorecase: true, value: a } },
  { '@replace': { pattern: 'e', replacement: '', pattern2: 'x', replacement2: 'y', value: a } },
  { '@replace': { pattern: '.', replacement: '-', value: 'a.b.c', global: true } },
  { '@replace': { pattern: '.', replacement: '-', value: 'a.b.c', global: false } }
])('%j gives the payload or the error of the framework', (directive) => {
  const mapping = { field: directive }
  const ours = resultOf(() => compileMapping(mapping)(EVENT))
  expect(ours).toStrictEqual(resultOf(() => transform(mapping as JSONObject, EVENT)))
})
