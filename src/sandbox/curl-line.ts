/** The SHA-256 of `alice@example.com`. */
const EMAIL_HASH = 'ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976'

/** A command that sends one purchase with an email address to the sandbox. Its lines fit on a terminal of 80 columns. */
export function curlLine(origin: string, token: string, sourceId: string): string {
  const event = {
    event: 'CompletePayment',
    event_time: Math.floor(Date.now() / 1000),
    event_id: 'order-1',
    user: { email: EMAIL_HASH },
    properties: { value: 59.97, currency: 'USD' }
  }
  const body = JSON.stringify({ event_source: 'web', event_source_id: sourceId, data: [event] }).replace(
    /"(?:event|user|email|properties)":/g,
    '\n  $&'
  )
  return [
    `curl ${origin}/open_api/v1.3/event/track/`,
    `-H ${shellQuote(`Access-Token: ${token}`)}`,
    "-H 'Content-Type: application/json'",
    `-d ${shellQuote(body)}`
  ].join(' \\\n  ')
}

/** Quotes a text as one word of a POSIX shell. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
