import type { PixelSettings } from './pixel-settings'

/**
 * Lists the problems of the mappings, one sentence each. Segment's browser runtime ignores a mapping to an unknown
 * action, and starts the destination only if an enabled mapping has a known action.
 * @param settings undefined when there are none
 * @param actions the keys of the destination's actions
 */
export function mappingProblems(settings: PixelSettings | undefined, actions: readonly string[]): string[] {
  if (!settings) return ['no settings arrived, so nothing is reported']
  const enabled = settings.subscriptions?.filter((subscription) => subscription.enabled) ?? []
  const unknown = enabled.filter(({ partnerAction }) => !actions.includes(partnerAction))
  const problems = unknown.map(
    ({ name, partnerAction }) => `the mapping "${name}" is ignored: there is no action "${partnerAction}"`
  )
  if (unknown.length < enabled.length) return problems
  return [...problems, `no ${unknown.length ? 'other ' : ''}mapping is enabled, so nothing is reported`]
}
