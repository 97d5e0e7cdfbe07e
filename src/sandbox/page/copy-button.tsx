import { useState } from 'preact/hooks'

/** A button that copies a text to the clipboard. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // Browsers block the clipboard for a page that another machine serves over HTTP.
      setState('failed')
    }
    setTimeout(() => {
      setState('idle')
    }, 2_000)
  }
  return (
    <button type="button" class="copy" onClick={() => void copy()}>
      <span aria-live="polite">{{ idle: label, copied: 'Copied', failed: 'Not allowed here' }[state]}</span>
    </button>
  )
}
