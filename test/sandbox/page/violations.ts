import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The options of a page without animations, because axe-core would read colours in the middle of a transition. */
export const WITHOUT_ANIMATIONS = { reducedMotion: 'reduce' } as const

/**
 * Lists the violations of WCAG 2.2 AA and of axe-core's own best practices in both themes. The themes differ only in
 * their colours, so the dark theme is checked only for contrast.
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
