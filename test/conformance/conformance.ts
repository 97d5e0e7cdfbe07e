import { bodies } from './bodies'
import { catalogue } from './catalogue'
import type { Definition } from './definition'
import { triggers } from './triggers'

/** The tests that every destination must pass. Each destination also has its own tests. */
export function conformance(definition: Definition): void {
  describe('catalogue', () => {
    catalogue(definition)
  })
  describe('triggers', () => {
    triggers(definition)
  })
  // In the browser, TikTok's script sends the events.
  if (definition.mode === 'cloud') {
    describe('bodies', () => {
      bodies(definition)
    })
  }
}
