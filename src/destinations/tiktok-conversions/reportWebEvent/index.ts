import type { ActionDefinition } from '@segment/actions-core'
import { createPerform } from '../../../shared/events-api/perform'
import type { Settings } from '../generated-types'
import { route } from '../route'
import { fields } from './fields'
import type { Payload } from './generated-types'

/** Report Web Event: sends a website or CRM event to the Events API. */
export const reportWebEvent: ActionDefinition<Settings, Payload> = {
  title: 'Report Web Event',
  description: 'Sends website and CRM events to TikTok, for measurement, audiences and optimization.',
  fields,
  ...createPerform(route)
}
