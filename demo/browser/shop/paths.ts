import type { MiddlewareFunction } from '@segment/analytics-next'
import { element } from './element'

/** The variants of the shop, each with the query that selects it. */
const PATHS = {
  'Consent granted': '?consent=granted',
  'Consent denied': '?consent=denied',
  'Consent undecided': '?consent=undecided',
  'Pixel blocked': '?consent=granted&pixel=blocked',
  'Click on an ad': '?consent=granted&ttclid=E.C.P.demo'
}

/** A link for each variant of the shop. Each one reloads the shop. */
export function pathLinks(): HTMLElement[] {
  return Object.entries(PATHS).map(([label, href]) => {
    const isCurrent = location.search === href || (location.search === '' && href === '?consent=granted')
    return element('li', {}, [element('a', { textContent: label, href, ...(isCurrent && { ariaCurrent: 'page' }) })])
  })
}

/** Stamps the visitor's choice on each event, as Segment's consent wrapper does. An undecided visitor has none. */
export const stampConsent: MiddlewareFunction = ({ payload, next }) => {
  const choice = new URLSearchParams(location.search).get('consent') ?? 'granted'
  if (choice !== 'undecided') {
    const consent = { categoryPreferences: { Advertising: choice === 'granted' } }
    payload.obj.context = { ...payload.obj.context, consent }
  }
  next(payload)
}
