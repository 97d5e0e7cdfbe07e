import type { ActionDefinition } from '@segment/actions-core'
import { createPerform } from '../../shared/events-api/perform'
import { fields } from './fields'
import type { Settings } from './generated-types'
import { type OfflineInput, route } from './route'

/**
 * Creates one of the three actions. They differ only in title and description. The two deprecated ones exist because
 * saved mappings refer to them.
 * @param labels the title and the description
 */
export function offlineAction(labels: {
  title: string
  description: string
}): ActionDefinition<Settings, OfflineInput> {
  return { ...labels, fields, ...createPerform(route) }
}
