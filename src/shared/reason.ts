/** Why a value was dropped or changed, and what to do about it. Both are whole sentences. */
export interface Reason {
  readonly reason: string
  readonly remedy: string
}

/** Reason and remedy as one text, for error messages. */
export function explained({ reason, remedy }: Reason): string {
  return `${reason} ${remedy}`
}
