/** The kind of server. A sandbox shows the requests that it receives, a relay those that it sends to TikTok. */
export type PageRole = 'sandbox' | 'relay'

/** The server's settings, which the page shows. */
export interface Setup {
  /** token → the source IDs that it has permission for; empty for a relay. */
  readonly tokens: Readonly<Record<string, readonly string[]>>
}
