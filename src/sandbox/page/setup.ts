/** What the sandbox says about itself. */
export interface Setup {
  /** token → the source ids that it has a right on. */
  readonly tokens: Readonly<Record<string, readonly string[]>>
}
