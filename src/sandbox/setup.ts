/** Who serves the page: the sandbox shows what it gets, a relay what it sends to TikTok. */
export type PageRole = 'sandbox' | 'relay'

/** What the server says about itself. */
export interface Setup {
  /** token → the source ids that it has a right on; empty for a relay. */
  readonly tokens: Readonly<Record<string, readonly string[]>>
}
