const WITH_THOUSANDS = /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const WITHOUT_THOUSANDS = /^[-+]?\d+(?:,\d+)?$/

/**
 * Converts a number with a decimal comma, `1.234,50`, to `1234.50`. A dot separates thousands, so `1.234` becomes
 * `1234`. Spaces and apostrophes in a number are removed. Returns any other text as it is.
 */
export function withDecimalPoint(text: string): string {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '')
  return WITH_THOUSANDS.test(compact) || WITHOUT_THOUSANDS.test(compact)
    ? compact.replaceAll('.', '').replace(',', '.')
    : text
}
