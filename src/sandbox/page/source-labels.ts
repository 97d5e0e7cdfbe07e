import type { Source } from './rows'

/** The sources as the page names them. */
export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  web: 'Web',
  crm: 'CRM',
  offline: 'Offline',
  pixel: 'Pixel',
  unknown: 'Unknown'
}
