import type { RequestClient } from '@segment/actions-core'
import { sha256 } from '../identity/hash'
import { ADVICE, type Advice, isFailure, toError } from './errors'
import { buildRequestBody, type Envelope } from './request'
import { type ApiAccess, post } from './send'

const NOT_CHECKED = 'The credentials could not be checked, so the token may still be valid:'

const CHECK_ADVICE: Advice = {
  ...ADVICE,
  busy: `${NOT_CHECKED} TikTok received too many requests. Try again later.`,
  unavailable: `${NOT_CHECKED} TikTok could not be reached or could not process the request. Try again later.`,
  refused: 'TikTok refused the test event. Check the pixel code or the event set ID in the settings.'
}

/**
 * Checks a token and its permission for a pixel or event set by sending one test event, which TikTok does not count.
 * The return code determines the result, because TikTok answers an invalid token with HTTP 200.
 * Source: TikTok, "Events API 2.0: Payload", `test_event_code`.
 * @throws an error of the framework unless TikTok accepts the event
 */
export async function checkCredentials(
  request: RequestClient,
  access: ApiAccess,
  { source, sourceId }: Pick<Envelope, 'source' | 'sourceId'>
): Promise<void> {
  const event = {
    event: 'Contact',
    event_time: Math.floor(Date.now() / 1000),
    user: { email: [sha256('check@example.com')] }
  }
  const body = buildRequestBody({ source, sourceId, testEventCode: 'SEGMENT' }, [event])
  const { answer } = await post(request, access, body)
  if (isFailure(answer)) throw toError(answer, access.accessToken, CHECK_ADVICE)
}
