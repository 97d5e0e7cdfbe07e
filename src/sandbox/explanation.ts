/** A value of the event, and the value that is sent for it. */
export interface ExplainedValue {
  readonly field: string
  /** The path in the event. For a missing value, all paths that were tried, joined by ` or `. */
  readonly from?: string
  readonly given?: unknown
  readonly sent?: unknown
  /** Why the value is left out or changed. */
  readonly reason?: string
  readonly remedy?: string
}

/** The result of one mapping for an event. */
export interface ExplainedMapping {
  readonly name: string
  readonly subscribe: string
  readonly request?: object
  readonly error?: string
  readonly values: readonly ExplainedValue[]
  readonly warnings: readonly { readonly reason: string; readonly remedy: string }[]
}

/** A subscription whose trigger does not match the event, and the conditions that failed. */
export interface NearTrigger {
  readonly name: string
  readonly subscribe: string
  readonly failed: readonly string[]
}

/** The part of the runtime's explanation that the page shows, without types that only exist in Node. */
export interface ShownExplanation {
  readonly mappings: readonly ExplainedMapping[]
  readonly nearest?: readonly NearTrigger[]
}
