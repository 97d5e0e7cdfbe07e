import { PIXEL } from '../../shared/destination-names'
import type { HostPage } from './host-page'

/** Logs a problem on the console, for the developer of the page. */
export function warn(page: Pick<HostPage, 'console'>, problem: string): void {
  page.console.warn(`${PIXEL}: ${problem}`)
}
