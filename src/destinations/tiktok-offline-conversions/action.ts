import type { ActionDefinition } from '@segment/actions-core'
import { createPerform } from '../../shared/events-api/perform'
import { fields } from './fields'
import type { Settings } from './generated-types'
import { type OfflineInput, route } from './route'

/**
 * One of the three actions, which differ in title and description only. Saved mappings refer to all of them.
 * @param texts the title and the description
 */
export function offlineAction(texts: { title: string; description: string }): ActionDefinition<Settings, OfflineInput> {
  return { ...texts, fields, ...createPerform(route) }
}
