import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { SourceConfig } from '../config/read-config'
import { isRecord } from '../../shared/coerce'
import { Refusal } from './refusal'

/** Finds the source of a request. Keys and signatures are compared in constant time with those of all sources. */
export interface Authenticator {
  /**
   * Reads the header `Authorization`; undefined when there is none.
   * @throws Refusal for an unknown key
   */
  byHeader(authorization: string | undefined): SourceConfig | undefined
  /**
   * Reads the `writeKey` of the body, or of the first event of its batch.
   * @throws Refusal for an unknown or a missing key
   */
  byBody(body: unknown): SourceConfig
  /**
   * Checks the header `X-Signature` of Segment's webhooks.
   * @throws Refusal for a signature that matches no secret
   */
  bySignature(signature: string, body: Buffer): SourceConfig
}

/** Creates an authenticator for these sources. */
export function createAuthenticator(sources: readonly SourceConfig[]): Authenticator {
  const keys = sources.flatMap((source) =>
    source.writeKey === undefined ? [] : [{ source, digest: sha256(source.writeKey) }]
  )
  const find = (writeKey: string): SourceConfig => {
    const given = sha256(writeKey)
    // Every key is compared, so that the time does not depend on which one matches.
    const [found] = keys.filter(({ digest }) => timingSafeEqual(digest, given))
    if (found === undefined) throw new Refusal(401, 'The write key is unknown.')
    return found.source
  }
  return {
    byHeader(authorization) {
      if (authorization === undefined) return undefined
      const [, encoded = ''] = /^basic +(\S+)$/i.exec(authorization) ?? []
      // Segment's clients send the write key as the user, with an empty password.
      const [writeKey = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
      return find(writeKey)
    },
    byBody(body) {
      const writeKey = writeKeyOf(body)
      if (writeKey === undefined) {
        throw new Refusal(401, 'Send the write key as the user of Basic authentication, or as writeKey in the body.')
      }
      return find(writeKey)
    },
    bySignature(signature, body) {
      const given = Buffer.from(signature, 'hex')
      const signed = signedParts(body)
      const [found] = sources.filter(({ webhookSecret }) => {
        if (webhookSecret === undefined) return false
        const matches = signed.filter((part) => isEqual(createHmac('sha1', webhookSecret).update(part).digest(), given))
        return matches.length > 0
      })
      if (found === undefined) throw new Refusal(401, 'The X-Signature matches no webhookSecret.')
      return found
    }
  }
}

function writeKeyOf(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined
  const { writeKey, batch } = body
  if (typeof writeKey === 'string') return writeKey
  const [first] = Array.isArray(batch) ? (batch as unknown[]) : []
  return isRecord(first) && typeof first['writeKey'] === 'string' ? first['writeKey'] : undefined
}

/**
 * The texts that Segment may have signed: the whole body or, if the body is an array of events, only the first event.
 * Source: Segment, "Webhooks (Actions)", and `destinations/webhook` in its repository action-destinations.
 */
function signedParts(body: Buffer): (Buffer | string)[] {
  if (body[0] !== '['.charCodeAt(0)) return [body]
  try {
    const [first] = JSON.parse(body.toString('utf8')) as unknown[]
    return first === undefined ? [body] : [body, JSON.stringify(first)]
  } catch {
    return [body]
  }
}

function isEqual(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
