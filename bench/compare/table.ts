const BEGIN = '<!-- differences: made by npm run compare:official -- --write -->'
const END = '<!-- /differences -->'
const SHOWN = 3

/** Formats the differences as a Markdown table: the reason, the number of events, and some examples. */
export function tableOf(
  found: ReadonlyMap<string, ReadonlySet<string>>,
  cases: Readonly<Record<'conversions' | 'offline', number>>
): string {
  const rows = [...found].map(([reason, titles]) => {
    const shown = [...titles].slice(0, SHOWN).join('; ')
    return `| ${reason} | ${titles.size} | ${shown}${titles.size > SHOWN ? '; …' : ''} |`
  })
  return [
    `${cases.conversions} events through TikTok Conversions and ${cases.offline} through TikTok Offline Conversions.`,
    '',
    '| difference and reason | events | for example |',
    '| --- | --- | --- |',
    ...rows
  ].join('\n')
}

/** Replaces the table between the two comments of a page. */
export function insertTable(page: string, table: string): string {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)]
  return `${page.slice(0, before)}${BEGIN}\n\n${table}\n\n${page.slice(after)}`
}
