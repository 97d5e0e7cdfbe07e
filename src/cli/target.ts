import { serverDestination, type ServerDestination, type SettingValues } from './destinations'
import type { TargetOptions } from './options'
import { readSettings, SANDBOX_SETTINGS } from './settings'
import type { Terminal } from './terminal'
import { wrap } from './text'

/** A destination and its settings. Its requests go to TikTok, to another origin or to a sandbox. */
export interface Target {
  readonly destination: ServerDestination
  readonly settings: SettingValues
  /** Stops the sandbox if one was started. */
  readonly close: () => Promise<void>
}

/**
 * Opens the target that the options select, and starts a sandbox for `--sandbox`.
 * @param requiresSettings if false, placeholders replace missing settings
 * @throws CliError for missing settings, and for a settings file with an error
 */
export async function openTarget(
  options: TargetOptions,
  terminal: Terminal,
  { requiresSettings }: { readonly requiresSettings: boolean } = { requiresSettings: true }
): Promise<Target> {
  const { destination: name, settings: file, sandbox = false, api } = options
  const settings = readSettings(serverDestination(name, api), {
    env: process.env,
    file,
    ...(sandbox && { overrides: SANDBOX_SETTINGS }),
    ...(!requiresSettings && { placeholders: SANDBOX_SETTINGS }),
    warn: (message) => {
      warn(terminal, message)
    }
  })
  // The sandbox starts last, because it would keep the process running after an error.
  const started = sandbox ? await startEmbedded() : undefined
  const destination = serverDestination(name, started?.origin ?? api)
  return { destination, settings, close: async () => started?.close() }
}

/** Writes a warning. */
export function warn({ note, noteColours, noteWidth }: Terminal, message: string): void {
  const text = wrap(`warning: ${message}`, noteWidth).join('\n')
  note(`${text.replace('warning:', noteColours.magenta('warning:'))}\n`)
}

/** Starts a sandbox in this process. Its code is loaded only now, because few commands need it. */
async function startEmbedded(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const { startSandbox } = await import('../sandbox')
  return startSandbox()
}
