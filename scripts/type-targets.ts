import type { GlobalSetting, InputField } from '@segment/actions-core'
import { builderFields } from '../src/shared/fields'

/** A file of generated types: where, the interface's name, and the fields or settings it describes. */
export interface TypeTarget {
  file: string
  name: string
  fields: Record<string, InputField | GlobalSetting>
}

/** Every generated-types.ts of the project. */
export const targets: TypeTarget[] = [
  { file: 'src/shared/fields/generated-types.ts', name: 'EventPayload', fields: builderFields }
]
