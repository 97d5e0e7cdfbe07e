// Runs in a folder where the packed package is installed: Segment's framework sends one event to the sandbox.
const { Destination } = require('@segment/actions-core')
const { tiktokConversions } = require('segment-tiktok-destinations')
const definition = require('segment-tiktok-destinations/tiktok-conversions')
const { redirectTo, startSandbox } = require('segment-tiktok-destinations/sandbox')

async function main() {
  const sandbox = await startSandbox()
  const event = {
    messageId: 'packed-1',
    type: 'track',
    event: 'Order Completed',
    userId: 'u_1',
    timestamp: '2026-11-18T09:12:04.217Z',
    context: { traits: { email: 'mia.keller@example.de' } },
    properties: { revenue: 12.5, currency: 'EUR' }
  }
  const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
  const destination = new Destination(redirectTo(definition, sandbox.origin))
  await destination.onEvent(event, { ...settings, subscriptions: definition.presets })
  await sandbox.close()

  const accepted = sandbox.accepted.map(({ data }) => ({ event: data.event, event_id: data.event_id }))
  process.stdout.write(JSON.stringify({ accepted, isSame: definition === tiktokConversions }))
}

void main()
