import { createTestIntegration } from '@segment/actions-core'
import omit from 'lodash/omit'
import { tiktokConversions } from '../../../src'
import { type FixedFault, redirectTo } from '../../../src/sandbox'
import { sha256 } from '../../../src/shared/identity/hash'
import { SETTINGS } from '../../support/conversions'
import { describeError, rejection } from '../../support/failure'
import { useSandbox } from '../../support/use-sandbox'

const running = useSandbox()

const check = (settings: Partial<typeof SETTINGS> = {}, timeout = 5000) =>
  createTestIntegration(redirectTo(tiktokConversions, running.sandbox.origin, { timeout })).testAuthentication({
    ...SETTINGS,
    ...settings
  })

/** The message for the user, without the request ID, which is random. */
async function messageOf(checked: Promise<unknown>): Promise<string> {
  const { message } = describeError(await rejection(checked))
  return message.replace(/request \d{26}/, 'request ID')
}

const BUSY =
  'Credentials are invalid:  The credentials could not be checked: TikTok received too many requests. The token may still be valid. Try again later.'
const UNAVAILABLE =
  'Credentials are invalid:  The credentials could not be checked: TikTok could not be reached or could not process the request. The token may still be valid. Try again later.'
const TOKEN =
  'Credentials are invalid:  TikTok does not accept the access token. Generate a new one in TikTok Events Manager and enter it in the settings.'
const FORBIDDEN =
  'Credentials are invalid:  The access token has no permission for this pixel or event set. Check its ID in the settings, or generate a token as an admin or operator of its advertiser account.'
const REFUSED =
  'Credentials are invalid:  TikTok refused the test event. Check the pixel code or the event set ID in the settings.'

test('accepts a correct token, with one event that TikTok does not count', async () => {
  const before = Math.floor(Date.now() / 1000)
  await check({ accessToken: ' sandbox-token ', pixelCode: ' SANDBOX_PIXEL ' })
  const [accepted, ...others] = running.sandbox.accepted
  expect(others).toStrictEqual([])
  expect(accepted).toStrictEqual({
    event_source: 'web',
    event_source_id: 'SANDBOX_PIXEL',
    partner_name: 'Segment',
    test_event_code: 'SEGMENT',
    data: {
      event: 'Contact',
      event_time: expect.any(Number) as number,
      user: { email: [sha256('check@example.com')] }
    }
  })
  expect(accepted?.data.event_time).toBeGreaterThanOrEqual(before)
})

test('refuses a wrong token, although TikTok returns HTTP 200', async () => {
  expect(await messageOf(check({ accessToken: 'wrong' }))).toBe(
    `${TOKEN} TikTok's message: Access token is incorrect or has been revoked. (code 40105, request ID)`
  )
  expect(running.sandbox.requests.map(({ answer }) => answer.status)).toStrictEqual([200])
})

test('refuses a token without permission on the pixel', async () => {
  expect(await messageOf(check({ pixelCode: 'OTHER' }))).toBe(
    `${FORBIDDEN} TikTok's message: No permission to operate pixel code: OTHER. You must be an admin or operator of this advertiser account. (code 40001, request ID)`
  )
})

test.each<{ fault: FixedFault; message: string }>([
  {
    fault: { code: 40100, status: 401 },
    message: `${BUSY} TikTok's message: Too many requests. Please retry in some time. (code 40100, request ID)`
  },
  { fault: { status: 429 }, message: `${BUSY} (HTTP 429)` },
  { fault: { code: 50000 }, message: `${UNAVAILABLE} TikTok's message: System error (code 50000, request ID)` },
  { fault: { status: 502, body: '<html>Bad Gateway</html>' }, message: `${UNAVAILABLE} (HTTP 502)` },
  { fault: { status: 200, body: '<html>Log in to the network</html>' }, message: `${UNAVAILABLE} (HTTP 200)` },
  { fault: { reset: true }, message: `${UNAVAILABLE} (ECONNRESET)` },
  { fault: { code: 40002 }, message: `${REFUSED} TikTok's message: Invalid request (code 40002, request ID)` },
  { fault: { status: 401 }, message: `${TOKEN} (HTTP 401)` },
  { fault: { status: 403 }, message: `${FORBIDDEN} (HTTP 403)` }
])('gives the user a message for $fault', async ({ fault, message }) => {
  running.sandbox.fail(fault)
  expect(await messageOf(check())).toBe(message)
})

test('reports a time-out', async () => {
  running.sandbox.fail({ delay: 2000 })
  expect(await messageOf(check({}, 50))).toBe(`${UNAVAILABLE} (ETIMEDOUT)`)
})

test.each([' ', 'two words', 'broken\nline'])('an invalid token (%j) is not sent', async (accessToken) => {
  expect(await messageOf(check({ accessToken }))).toBe(
    'Credentials are invalid:  The access token is blank or contains invalid characters. Copy it again from TikTok Events Manager into the settings.'
  )
  expect(running.sandbox.requests).toStrictEqual([])
})

test.each(['accessToken', 'pixelCode'] as const)('the framework names a missing %s', async (key) => {
  const settings = omit(SETTINGS, key) as typeof SETTINGS
  await expect(createTestIntegration(tiktokConversions).testAuthentication(settings)).rejects.toMatchObject({
    name: 'AggregateAjvError',
    message: `The root value is missing the required field '${key}'.`,
    status: 400
  })
})
