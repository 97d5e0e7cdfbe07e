import { serverDestination, type ServerDestination, type SettingValues } from './destinations'
import type { TargetOptions } from './options'
import { readSettings, SANDBOX_SETTINGS } from './settings'
import type { Terminal } from './terminal'

/** A destination with its settings, and where its requests go. */
export interface Target {
  readonly destination: ServerDestination
  readonly settings: SettingValues
  /** Stops the sandbox that was started for it. */
  readonly close: () => Promise<void>
}

/**
 * Opens the target in the options: TikTok, another origin on this machine, or a sandbox that is started for it.
 * @param isNeeded whether anything is sent; otherwise missing settings are replaced
 * @throws CliError for settings that are missing or wrong
 */
export async function openTarget(
  options: TargetOptions,
  terminal: Terminal,
  { isNeeded }: { readonly isNeeded: boolean } = { isNeeded: true }
): Promise<Target> {
  const { destination: name, settings: file, sandbox = false, api } = options
  const started = sandbox ? await startEmbedded() : undefined
  const destination = serverDestination(name, started?.origin ?? api)
  const settings = readSettings(destination, {
    env: process.env,
    file,
    ...(sandbox && { fixed: SANDBOX_SETTINGS }),
    ...(!isNeeded && { standIns: SANDBOX_SETTINGS }),
    warn: (message) => {
      warn(terminal, message)
    }
  })
  return { destination, settings, close: async () => started?.close() }
}

/** Writes a warning. */
export function warn({ note, noteColours }: Terminal, message: string): void {
  note(`${noteColours.yellow('warning:')} ${message}\n`)
}

/** Loads the sandbox on first use, because few commands need it. */
async function startEmbedded(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const { startSandbox } = await import('../sandbox')
  return startSandbox()
}
