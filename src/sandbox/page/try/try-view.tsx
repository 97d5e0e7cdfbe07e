import type { Setup } from '../setup'

/** Explains an event as it is typed, and sends it. */
export function TryView(_props: { setup: Setup | undefined }) {
  return <main class="try">…</main>
}
