import type { RequestClient } from '@segment/actions-core'
import { sha256 } from '../identity/hash'
import { ADVICE, type Advice, isFailure, toError } from './errors'
import { buildRequestBody, type Envelope } from './request'
import { type ApiAccess, post } from './send'

/** The advice if the check has no result. */
const notChecked = (cause: string): string =>
  `The credentials could not be checked: ${cause} The token may still be valid. Try again later.`

const CHECK_ADVICE: Advice = {
  ...ADVICE,
  busy: notChecked('TikTok received too many requests.'),
  unavailable: notChecked('TikTok could not be reached or could not process the request.'),
  refused: 'TikTok refused the test event. Check the pixel code or the event set ID in the settings.'
}

/**
 * Sends one test event, which TikTok does not count, to check that the token is valid and may use the pixel or event
 * set. The return code determines the result, because TikTok answers an invalid token with HTTP 200.
 * Source: TikTok, "Events API 2.0: Payload", `test_event_code`.
 * @throws an error of the framework unless TikTok accepts the event
 */
export async function checkCredentials(
  request: RequestClient,
  access: ApiAccess,
  { source, sourceId }: Pick<Envelope, 'source' | 'sourceId'>
): Promise<void> {
  const event = {
    // An offline event set requires a standard event.
    event: 'Contact',
    event_time: Math.floor(Date.now() / 1000),
    user: { email: [sha256('check@example.com')] }
  }
  // The value of the code is arbitrary: an event with any test event code is a test.
  const body = buildRequestBody({ source, sourceId, testEventCode: 'SEGMENT' }, [event])
  const { answer } = await post(request, access, body)
  if (isFailure(answer)) throw toError(answer, access.accessToken, CHECK_ADVICE)
}
