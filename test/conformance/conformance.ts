import { bodies } from './bodies'
import { catalogue } from './catalogue'
import type { Definition } from './definition'
import { triggers } from './triggers'

/** The suite that every destination of this package passes. What is special to one is tested beside its name. */
export function conformance(definition: Definition): void {
  describe('catalogue', () => {
    catalogue(definition)
  })
  describe('triggers', () => {
    triggers(definition)
  })
  // In the browser TikTok's own script sends.
  if (definition.mode === 'cloud') {
    describe('bodies', () => {
      bodies(definition)
    })
  }
}
