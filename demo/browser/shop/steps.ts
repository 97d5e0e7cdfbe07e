import { element } from './element'

const STEPS = ['View', 'Cart', 'Checkout', 'Order'] as const

/** How far a visitor has come. */
export type Step = (typeof STEPS)[number]

/** Shows how far the visitor has come. */
export function showSteps(list: HTMLElement, current: Step): void {
  list.replaceChildren(
    ...STEPS.map((step) =>
      element('li', { textContent: step, ...(step === current && { className: 'current', ariaCurrent: 'step' }) })
    )
  )
}
