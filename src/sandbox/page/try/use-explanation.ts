import { useEffect, useState } from 'preact/hooks'
import type { ShownExplanation } from '../../explanation'
import { postJson } from '../api'
import type { TryState } from './try-state'

/** The explanation of an event, or the reason why there is none. */
export type Explained = { readonly explanation: ShownExplanation } | { readonly problem: string }

const TYPING_PAUSE = 250

/** Fetches the explanation while the user types the event. Undefined until the first answer. */
export function useExplanation(state: TryState, settings: TryState['settings']): Explained | undefined {
  const [explained, setExplained] = useState<Explained>()
  useEffect(() => {
    // If there are no settings, the destinations have not been loaded yet.
    if (Object.keys(settings).length === 0) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      ask({ ...state, settings })
        .catch((): Explained => ({ problem: 'The sandbox cannot be reached.' }))
        .then((answer) => {
          if (isCurrent) setExplained(answer)
        })
        .catch(() => undefined)
    }, TYPING_PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [state, JSON.stringify(settings)])
  return explained
}

async function ask({ destination, event, settings, mapping }: TryState): Promise<Explained> {
  const parsedEvent = parse(event)
  if (parsedEvent === undefined) return { problem: 'The event is not valid JSON.' }
  const subscriptions = mapping.trim() === '' ? {} : { subscriptions: parse(mapping) }
  if ('subscriptions' in subscriptions && subscriptions.subscriptions === undefined) {
    return { problem: 'The mapping is not valid JSON.' }
  }
  // An empty field means that the setting is not set.
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''))
  const response = await postJson('/explain', { destination, event: parsedEvent, settings: given, ...subscriptions })
  const body = (await response.json()) as ShownExplanation & { error?: string }
  return response.ok ? { explanation: body } : { problem: body.error ?? 'The sandbox could not explain the event.' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
