import { element } from './element'

const STEPS = ['View', 'Cart', 'Checkout', 'Order'] as const

/** The steps of a visit. */
export type Step = (typeof STEPS)[number]

/** Shows the current step of the visit. */
export function showSteps(list: HTMLElement, current: Step): void {
  list.replaceChildren(
    ...STEPS.map((step) =>
      element('li', { textContent: step, ...(step === current && { className: 'current', ariaCurrent: 'step' }) })
    )
  )
}
