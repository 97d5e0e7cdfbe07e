// Runs in a folder where the packed package is installed: a CommonJS script sends one event to the sandbox.
const { tiktokConversions } = require('segment-tiktok-destinations')
const { connect } = require('segment-tiktok-destinations/runtime')
const { redirectTo, startSandbox } = require('segment-tiktok-destinations/sandbox')

async function main() {
  const sandbox = await startSandbox()
  const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }
  const tiktok = connect(redirectTo(tiktokConversions, sandbox.origin), settings)
  const { outcomes } = await tiktok.send({
    messageId: 'packed-1',
    type: 'track',
    event: 'Order Completed',
    userId: 'u_1',
    timestamp: '2026-11-18T09:12:04.217Z',
    context: { traits: { email: 'mia.keller@example.de' } },
    properties: { revenue: 12.5, currency: 'EUR' }
  })
  const accepted = sandbox.accepted.map(({ data }) => ({ event: data.event, event_id: data.event_id }))
  await sandbox.close()
  process.stdout.write(JSON.stringify({ statuses: outcomes.map(({ status }) => status), accepted }))
}

void main()
