import type { Setup } from '../../setup'
import { EXAMPLES } from './examples'

/** The input of the user. */
export interface TryState {
  readonly destination: string
  readonly event: string
  /** setting → value. A setting that is missing here has its default from {@link sandboxSettings}, or is empty. */
  readonly settings: Readonly<Record<string, string>>
  /** Subscriptions as JSON. Empty for the presets. */
  readonly mapping: string
}

/** The setting that is left out of links. */
const SECRET_KEY = 'accessToken'

/** Settings that the sandbox accepts: its first token, and sources of this token. */
export function sandboxSettings(setup: Setup | undefined): TryState['settings'] {
  const [accessToken = '', sources = []] = Object.entries(setup?.tokens ?? {})[0] ?? []
  const sourceOr = (id: string): string => (sources.includes(id) ? id : (sources[0] ?? ''))
  return {
    accessToken,
    pixelCode: sourceOr('SANDBOX_PIXEL'),
    crmEventSetId: sourceOr('SANDBOX_CRM'),
    eventSetID: sourceOr('SANDBOX_OFFLINE')
  }
}

/** The state of an example. */
export function exampleState(index: number, settings: TryState['settings'] = {}): TryState {
  const { destination = '', event = {} } = EXAMPLES[index] ?? {}
  return { destination, event: JSON.stringify(event, null, 2), settings, mapping: '' }
}

/** Creates the fragment of a link to this state. It contains the whole input except the access token. */
export async function toFragment(state: TryState): Promise<string> {
  const settings = Object.entries(state.settings).filter(([key]) => key !== SECRET_KEY)
  const json = new Blob([JSON.stringify({ ...state, settings: Object.fromEntries(settings) })])
  const compressed = await new Response(json.stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
  const text = Array.from(new Uint8Array(compressed), (byte) => String.fromCharCode(byte)).join('')
  return `#try=${btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** Reads the state from a link. Returns undefined if the fragment has no state or a damaged one. */
export async function fromFragment(fragment: string): Promise<TryState | undefined> {
  const packed = /^#try=([\w-]+)$/.exec(fragment)?.[1]
  if (packed === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (text) => text.charCodeAt(0))
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const state = JSON.parse(await new Response(stream).text()) as Partial<TryState>
    const { destination = '', event = '', settings = {}, mapping = '' } = state
    return { destination, event, settings, mapping }
  } catch {
    return undefined
  }
}
