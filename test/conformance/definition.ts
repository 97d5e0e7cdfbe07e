import type { GlobalSetting, InputField, JSONObject, Preset, SegmentEvent } from '@segment/actions-core'

/** The common parts of server and browser definitions. */
export interface Definition {
  readonly name: string
  readonly slug?: string
  readonly mode: 'cloud' | 'device'
  readonly presets?: readonly Preset[]
  readonly actions: Readonly<Record<string, { readonly fields: Readonly<Record<string, InputField>> }>>
  readonly authentication?: { readonly fields?: Readonly<Record<string, GlobalSetting>> }
  readonly settings?: Readonly<Record<string, GlobalSetting>>
}

/** A preset as Segment saves it. */
export interface Trigger {
  readonly name: string
  readonly subscribe: string
  readonly partnerAction: string
  readonly mapping: JSONObject
}

/** The presets that Segment offers when the destination is added. */
export function triggersOf(definition: Definition): Trigger[] {
  return (definition.presets ?? []).map(({ name = '', ...preset }) => ({
    name,
    subscribe: 'subscribe' in preset ? preset.subscribe : '',
    partnerAction: preset.partnerAction,
    mapping: preset.mapping as JSONObject
  }))
}

/** The conditions of a trigger, which must all be met: `event = "X"`, `type = "page"`, `properties.p = true`. */
export function conditionsOf({ subscribe }: Trigger): string[] {
  return subscribe.split(' and ').map((condition) => condition.trim())
}

/** The smallest event that meets the conditions of a trigger. */
export function eventFor(trigger: Trigger): SegmentEvent {
  const properties: JSONObject = {}
  const event: SegmentEvent = { type: 'track', messageId: 'message-1', properties }
  for (const condition of conditionsOf(trigger)) {
    const [, path = '', written = ''] = /^([\w.]+) = (.+)$/.exec(condition) ?? []
    const value = JSON.parse(written) as string | boolean
    if (path.startsWith('properties.')) properties[path.slice('properties.'.length)] = value
    else Object.assign(event, { [path]: value })
  }
  return event
}
