import type { PageRole } from '../setup'

/** The server of this page: a sandbox or a relay. */
export const ROLE: PageRole = document.body.dataset['role'] === 'relay' ? 'relay' : 'sandbox'
