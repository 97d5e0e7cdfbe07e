import type { GlobalSetting, InputField } from '@segment/actions-core'
import { fields as reportWebEvent } from '../src/destinations/tiktok-conversions/reportWebEvent/fields'
import { settings as conversionsSettings } from '../src/destinations/tiktok-conversions/settings'
import { fields as offline } from '../src/destinations/tiktok-offline-conversions/fields'
import { settings as offlineSettings } from '../src/destinations/tiktok-offline-conversions/settings'
import { fields as identify } from '../src/destinations/tiktok-pixel/identify/fields'
import { fields as pixelEvent } from '../src/destinations/tiktok-pixel/reportWebEvent/fields'
import { settings as pixelSettings } from '../src/destinations/tiktok-pixel/settings'
import { builderFields } from '../src/shared/fields'

/** A file of generated types: its path, the interface's name, and the fields or settings that it describes. */
export interface TypeTarget {
  file: string
  name: string
  fields: Record<string, InputField | GlobalSetting>
}

const conversions = 'src/destinations/tiktok-conversions'
const offlineConversions = 'src/destinations/tiktok-offline-conversions'
const pixel = 'src/destinations/tiktok-pixel'

/** All files named generated-types.ts in src. */
export const targets: TypeTarget[] = [
  { file: 'src/shared/fields/generated-types.ts', name: 'EventPayload', fields: builderFields },
  { file: `${conversions}/generated-types.ts`, name: 'Settings', fields: conversionsSettings },
  { file: `${conversions}/reportWebEvent/generated-types.ts`, name: 'Payload', fields: reportWebEvent },
  { file: `${offlineConversions}/generated-types.ts`, name: 'Settings', fields: offlineSettings },
  { file: `${offlineConversions}/reportOfflineEvent/generated-types.ts`, name: 'Payload', fields: offline },
  { file: `${pixel}/generated-types.ts`, name: 'Settings', fields: pixelSettings },
  { file: `${pixel}/reportWebEvent/generated-types.ts`, name: 'Payload', fields: pixelEvent },
  { file: `${pixel}/identify/generated-types.ts`, name: 'Payload', fields: identify }
]
