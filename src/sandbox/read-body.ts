import type { IncomingMessage } from 'node:http'

/** Largest request body that the sandbox reads, in bytes. */
export const MAX_BODY_BYTES = 10_000_000

/** The body as text, or undefined if it is larger than {@link MAX_BODY_BYTES}. */
export async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  // A body that is too large is read to its end, because many clients read no answer before they have sent everything.
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  return size <= MAX_BODY_BYTES ? new TextDecoder().decode(Buffer.concat(chunks)) : undefined
}

/** The parsed JSON, or the text itself if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
