/** A configuration file with one source `shop` and one pixel of the sandbox. */
export function configOf(api: string, changes: object = {}): object {
  const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
  return {
    api,
    sources: { shop: { writeKey: 'shop-key', destinations: { web: { type: 'conversions', settings } } } },
    ...changes
  }
}
