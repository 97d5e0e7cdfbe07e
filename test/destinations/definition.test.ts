import { destinations } from '../../src'
import { describeDefinition } from '../support/describe-definition'

// Customers' saved mappings refer to all of this.
test.each(Object.values(destinations))('the whole definition of $name', (definition) => {
  expect(describeDefinition(definition)).toMatchSnapshot()
})
