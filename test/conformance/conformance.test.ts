import { destinations } from '../../src'
import { conformance } from './conformance'

describe.each(Object.entries(destinations))('%s', (_slug, definition) => {
  conformance(definition)
})
