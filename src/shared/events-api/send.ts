import { InvalidAuthenticationError, type ModifiedResponse, type RequestClient } from '@segment/actions-core'
import { type Answer, readAnswer } from './read-answer'
import type { RequestBody } from './request'

/** The URL that requests go to, and the token that they carry. */
export interface ApiAccess {
  url: string
  accessToken: string
}

/** An answer, and the HTTP response that it was read from, unless the connection failed. */
export interface Exchange {
  answer: Answer
  response?: ModifiedResponse
}

/**
 * Posts one request and reads the answer. A failed connection is returned as an answer too, because the HTTP client's
 * errors hold the token and the events and must not be exposed.
 * @throws InvalidAuthenticationError if the trimmed token is blank or holds anything but visible ASCII characters
 */
export async function post(request: RequestClient, access: ApiAccess, body: RequestBody): Promise<Exchange> {
  const token = access.accessToken.trim()
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new InvalidAuthenticationError(
      'The access token is blank or contains invalid characters. Copy it again from TikTok Events Manager into the settings.'
    )
  }
  try {
    const response = await request(access.url, {
      method: 'post',
      headers: { 'Access-Token': token },
      json: body,
      redirect: 'manual',
      throwHttpErrors: false,
      skipResponseCloning: true
    })
    return { answer: readAnswer(response, Date.now()), response }
  } catch (error) {
    return { answer: { verdict: 'unavailable', reason: reasonOf(error) } }
  }
}

/**
 * The code of a connection error, such as `ECONNRESET`, or else `no answer`. The error's message is not used, because
 * it may hold the token.
 */
function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : 'no answer'
}
