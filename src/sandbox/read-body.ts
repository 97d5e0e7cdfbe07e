import type { IncomingMessage } from 'node:http'

/** The maximum size of a request body, in bytes. */
export const MAX_BODY_BYTES = 10_000_000

/** The error of a larger body. */
export const TOO_LARGE = `The body is larger than ${MAX_BODY_BYTES / 1e6} MB.`

/** Reads a body as text. Returns undefined if it is larger than {@link MAX_BODY_BYTES}. */
export async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  // A body that is too large is read to its end, because many clients read the answer only after they have sent it all.
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  return size <= MAX_BODY_BYTES ? new TextDecoder().decode(Buffer.concat(chunks)) : undefined
}

/** Parses JSON. Returns the text itself if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
