import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Refusal } from './refusal'

/** The maximum size of a decompressed body in bytes: Segment's limit for a batch. */
const MAX_BODY = 500 * 1024

/** The maximum total size of all arriving bodies, in bytes. Without it, slow clients could fill the memory. */
const MAX_ARRIVING = 256 * 1024 * 1024

const unzip = promisify(gunzip)

/**
 * Reads the body of a request and decompresses it.
 * @throws Refusal if the body is too large, incomplete or in an encoding other than gzip, or if too many bodies are
 * arriving
 */
export type ReadBody = (request: IncomingMessage) => Promise<Buffer>

/** Creates a reader. All bodies that it reads at the same time share the limit `maxArriving`. */
export function createBodyReader(maxArriving = MAX_ARRIVING): ReadBody {
  let arriving = 0

  const readAll = async (request: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = []
    let length = 0
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        length += chunk.length
        arriving += chunk.length
        if (length > MAX_BODY) throw tooLarge()
        if (arriving > maxArriving) throw new Refusal(503, 'Too many requests are arriving.')
        chunks.push(chunk)
      }
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal(400, 'The connection ended before the whole body arrived.')
    } finally {
      arriving -= length
    }
    return Buffer.concat(chunks)
  }

  return async (request) => {
    const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity'
    if (encoding !== 'gzip' && encoding !== 'identity') {
      throw new Refusal(400, 'The Content-Encoding must be gzip or identity.')
    }
    const body = await readAll(request)
    return encoding === 'gzip' ? decompress(body) : body
  }
}

async function decompress(body: Buffer): Promise<Buffer> {
  try {
    return await unzip(body, { maxOutputLength: MAX_BODY })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge()
      : new Refusal(400, 'The body is not valid gzip.')
  }
}

function tooLarge(): Refusal {
  return new Refusal(400, `The body is larger than ${MAX_BODY / 1024} kB.`)
}
