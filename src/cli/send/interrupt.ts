import { EXIT } from '../exit'

/**
 * Calls a function at the first Ctrl-C or SIGTERM. A second one ends the process at once.
 * @returns a function that stops listening
 */
export function onInterrupt(onFirst: () => void): () => void {
  let isInterrupted = false
  const listener = (): void => {
    if (isInterrupted) process.exit(EXIT.stopped)
    isInterrupted = true
    onFirst()
  }
  process.on('SIGINT', listener)
  process.on('SIGTERM', listener)
  return () => {
    process.off('SIGINT', listener)
    process.off('SIGTERM', listener)
  }
}
