import type { PageRole } from '../setup'

/** Who serves this page. */
export const ROLE: PageRole = document.body.dataset['role'] === 'relay' ? 'relay' : 'sandbox'
