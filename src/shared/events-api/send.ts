import { InvalidAuthenticationError, type ModifiedResponse, type RequestClient } from '@segment/actions-core'
import { type Answer, readAnswer } from './read-answer'
import type { RequestBody } from './request'

/** Where requests go and with which token. */
export interface ApiAccess {
  url: string
  accessToken: string
}

/** An answer, and the response that brought it. */
export interface Exchange {
  answer: Answer
  response?: ModifiedResponse
}

/**
 * Posts one request and reads the answer. Whatever goes wrong on the way becomes an answer too, so that no error of the
 * client gets further: those hold the token and the body.
 * @throws InvalidAuthenticationError for a token that no header can carry
 */
export async function post(request: RequestClient, channel: ApiAccess, body: RequestBody): Promise<Exchange> {
  const token = channel.accessToken.trim()
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new InvalidAuthenticationError(
      'The access token is blank or holds characters that no token has. Copy it again from TikTok Events Manager into the settings.'
    )
  }
  try {
    const response = await request(channel.url, {
      method: 'post',
      headers: { 'Access-Token': token },
      json: body,
      redirect: 'manual',
      throwHttpErrors: false,
      skipResponseCloning: true
    })
    return { answer: readAnswer(response.status, response.content), response }
  } catch (error) {
    return { answer: { verdict: 'unavailable', reason: reasonOf(error) } }
  }
}

/** The code of a client's error (ECONNRESET, ETIMEDOUT …), never its message. */
function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : 'no answer'
}
