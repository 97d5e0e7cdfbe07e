import type { MiddlewareFunction } from '@segment/analytics-next'
import { element } from './element'

/** The variants of the shop, each with the query that selects it and the result at TikTok. */
const VARIANTS = {
  'Consent granted': {
    href: '?consent=granted',
    result: 'Browser and server both report each event. TikTok counts it once, because both send the same event ID.'
  },
  'Consent denied': { href: '?consent=denied', result: 'Neither the browser nor the server reports anything.' },
  'Consent undecided': {
    href: '?consent=undecided',
    result: "TikTok's script holds the events until the visitor decides. The server reports nothing."
  },
  'Pixel blocked': {
    href: '?consent=granted&pixel=blocked',
    result: "An ad blocker stops TikTok's script. The server still reports each event."
  },
  'Click on an ad': {
    href: '?consent=granted&ttclid=E.C.P.demo',
    result: "The server's events carry the click ID of the ad."
  }
}

const isCurrent = (href: string): boolean =>
  location.search === href || (location.search === '' && href === VARIANTS['Consent granted'].href)

/** Creates a link for each variant of the shop. Each link reloads the shop. */
export function variantLinks(): HTMLElement[] {
  return Object.entries(VARIANTS).map(([label, { href }]) =>
    element('li', {}, [element('a', { textContent: label, href, ...(isCurrent(href) && { ariaCurrent: 'page' }) })])
  )
}

/** The result at TikTok in the current variant of the shop. */
export function variantResult(): string {
  return Object.values(VARIANTS).find(({ href }) => isCurrent(href))?.result ?? ''
}

/** Adds the visitor's choice to each event, as Segment's consent wrapper does. Without a decision it adds nothing. */
export const stampConsent: MiddlewareFunction = ({ payload, next }) => {
  const choice = new URLSearchParams(location.search).get('consent') ?? 'granted'
  if (choice !== 'undecided') {
    const consent = { categoryPreferences: { Advertising: choice === 'granted' } }
    payload.obj.context = { ...payload.obj.context, consent }
  }
  next(payload)
}
