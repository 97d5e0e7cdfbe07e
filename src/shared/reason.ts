/** Why a value was dropped or changed, and what to do about it. Both are whole sentences. */
export interface Reason {
  readonly reason: string
  readonly remedy: string
}

/** Joins reason and remedy for an error message. */
export function formatReason({ reason, remedy }: Reason): string {
  return `${reason} ${remedy}`
}
