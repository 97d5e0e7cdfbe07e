import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Refusal } from './refusal'

/** The most that a request may hold, unpacked: what Segment allows for a batch. */
export const MAX_BODY = 500 * 1024

const unzip = promisify(gunzip)

/**
 * The body of a request, unpacked.
 * @throws Refusal for one that is too long, packed in another way, or broken off
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'gzip' && encoding !== 'identity') {
    throw new Refusal(400, 'The Content-Encoding must be gzip or none.')
  }
  const body = await readAll(request)
  return encoding === 'gzip' ? unpack(body) : body
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > MAX_BODY) throw tooLong()
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, 'The connection broke off in the middle of the body.')
  }
  return Buffer.concat(chunks)
}

async function unpack(body: Buffer): Promise<Buffer> {
  try {
    return await unzip(body, { maxOutputLength: MAX_BODY })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLong()
      : new Refusal(400, 'The body is not valid gzip.')
  }
}

function tooLong(): Refusal {
  return new Refusal(400, `The body is larger than ${MAX_BODY / 1024} kB.`)
}
