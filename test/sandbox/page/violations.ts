import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Options of a page whose violations are looked for: colours that change slowly would be read halfway. */
export const STILL = { reducedMotion: 'reduce' } as const

/**
 * What axe-core finds wrong in both themes, by WCAG 2.2 AA and its own best practices. Themes differ in their colours
 * alone, so the dark one is searched for contrasts only.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || ${axe.source}`)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await search(page, {})
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await search(page, { runOnly: ['color-contrast', 'link-in-text-block'] })
  return [...light.map((one) => `light: ${one}`), ...dark.map((one) => `dark: ${one}`)]
}

async function search(page: Page, options: { runOnly?: string[] }): Promise<string[]> {
  const found = await page.evaluate(async (given) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations: all } = await inPage.run({ ...given, resultTypes: ['violations'] })
    return all.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
  }, options)
  return found.map(({ id, at }) => `${id}: ${at.join(' ')}`)
}
