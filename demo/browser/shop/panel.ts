import type { TikTokCall } from '../../../local-site/tiktok-stand-in/tiktok-events'
import { element } from './element'

const INTERVAL = 150

/** Shows every call to TikTok's script, the newest first. */
export function showCalls(list: HTMLElement, state: HTMLElement): void {
  let shown = 0
  setInterval(() => {
    const calls = window.__tiktokCalls ?? []
    for (const call of calls.slice(shown)) list.prepend(describe(call))
    if (calls.length === shown) return
    shown = calls.length
    state.textContent = `${shown} ${shown === 1 ? 'call' : 'calls'}, newest first`
  }, INTERVAL)
}

function describe({ method, args }: TikTokCall): HTMLElement {
  const [first, properties, options] = args
  const isNamed = typeof first === 'string'
  const details = (isNamed ? [properties, options] : args).filter((value) => !isEmpty(value))
  return element('li', { className: method }, [
    element('p', {}, [
      element('span', { className: 'method', textContent: method }),
      ' ',
      element('strong', { textContent: isNamed ? first : '' })
    ]),
    ...details.map((value) => element('pre', { textContent: toLines(value) }))
  ])
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0
}

/** Formats each property on its own line. */
function toLines(value: unknown): string {
  return entriesOf(value).join('\n')
}

/** JSON on one line, without the quotes around keys. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  return typeof value === 'object' && value !== null ? `{ ${entriesOf(value).join(', ')} }` : JSON.stringify(value)
}

function entriesOf(value: unknown): string[] {
  return Object.entries(value as object).map(([key, inner]) => `${key}: ${inline(inner)}`)
}
