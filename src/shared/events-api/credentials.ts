import type { RequestClient } from '@segment/actions-core'
import { sha256 } from '../identity/hash'
import { ADVICE, type Advice, isFailure, toError } from './errors'
import { buildRequestBody } from './request'
import { type ApiAccess, post } from './send'

const CHECK_ADVICE: Advice = {
  ...ADVICE,
  busy: 'The check could not be made, and says nothing about the token: TikTok received too many requests. Try again in some time.',
  unavailable:
    'The check could not be made, and says nothing about the token: TikTok could not be reached or did not answer as it should. Try again in some time.',
  refused: 'TikTok refused the test event. Check the pixel code or the event set ID in the settings.'
}

/**
 * Checks a token and its right on a pixel or event set with one test event, which TikTok does not count. The answer's
 * code decides: by its HTTP status every wrong token passes. Source: TikTok, "Events API 2.0: Payload", `test_event_code`.
 * @throws an error of the framework unless TikTok accepts the event
 */
export async function checkCredentials(
  request: RequestClient,
  channel: ApiAccess,
  envelope: { source: 'web' | 'offline'; sourceId: string }
): Promise<void> {
  const event = {
    event: 'Contact',
    event_time: Math.floor(Date.now() / 1000),
    user: { email: [sha256('check@example.com')] }
  }
  const { answer } = await post(request, channel, buildRequestBody({ ...envelope, testEventCode: 'SEGMENT' }, [event]))
  if (isFailure(answer)) throw toError(answer, channel.accessToken, CHECK_ADVICE)
}
