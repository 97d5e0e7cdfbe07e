/** The relay's own metrics by name and labels, without the prefix that all of them have. */
export async function metricsOf(origin: string, authorization?: string): Promise<Record<string, number>> {
  const headers = authorization === undefined ? {} : { Authorization: authorization }
  const text = await (await fetch(`${origin}/metrics`, { headers })).text()
  const lines = text.matchAll(/^segment_tiktok_(\S+) (\S+)$/gm)
  return Object.fromEntries([...lines].map(([, name = '', value]) => [name, Number(value)]))
}
