import type { InputOptions, TargetOptions } from '../options'

/** The options of `send`. */
export interface SendOptions extends InputOptions, TargetOptions {
  readonly rejects?: string
  readonly state?: string
  readonly resume?: boolean
  readonly rate?: number
  readonly concurrency: number
  readonly testEventCode?: string
  readonly dryRun?: boolean
  readonly yes?: boolean
  readonly json?: boolean
}
