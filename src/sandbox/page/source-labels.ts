import type { Source } from './rows'

/** The labels of the sources on the page. */
export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  web: 'Web',
  crm: 'CRM',
  offline: 'Offline',
  pixel: 'Pixel',
  unknown: 'Unknown'
}
