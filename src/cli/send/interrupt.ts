import { EXIT } from '../exit'

/**
 * Calls a function at the first Ctrl-C (or SIGTERM); a second one ends the process at once.
 * @returns a function that stops listening
 */
export function onInterrupt(interrupted: () => void): () => void {
  let isSecond = false
  const listen = (): void => {
    if (isSecond) process.exit(EXIT.stopped)
    isSecond = true
    interrupted()
  }
  process.on('SIGINT', listen)
  process.on('SIGTERM', listen)
  return () => {
    process.off('SIGINT', listen)
    process.off('SIGTERM', listen)
  }
}
