// Compiled and run in a folder where the packed package is installed. It also checks the types.
import { destinations, tiktokConversions } from 'segment-tiktok-destinations'
import { connect, type Outcome, type SendResult } from 'segment-tiktok-destinations/runtime'
import { redirectTo, type Sandbox, startSandbox } from 'segment-tiktok-destinations/sandbox'
import conversions from 'segment-tiktok-destinations/tiktok-conversions'
import offlineConversions from 'segment-tiktok-destinations/tiktok-offline-conversions'
import pixelPlugin from 'segment-tiktok-destinations/tiktok-pixel'

const event = {
  messageId: 'packed-1',
  type: 'track',
  event: 'Order Completed',
  userId: 'u_1',
  timestamp: '2026-11-18T09:12:04.217Z',
  context: { traits: { email: 'mia.keller@example.de' } },
  properties: { revenue: 12.5, currency: 'EUR' }
}

async function main(): Promise<void> {
  const sandbox: Sandbox = await startSandbox()
  const definition = redirectTo(tiktokConversions, sandbox.origin)
  // @ts-expect-error a misspelt setting does not compile
  const misspelt = () => connect(definition, { accesToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' })
  const tiktok = connect(definition, { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' })
  const [result]: SendResult[] = await tiktok.send([event])
  const statuses = (result?.outcomes ?? []).map(({ status }: Outcome) => status)
  const accepted = sandbox.accepted.map(({ data }) => ({ event: data.event, event_id: data.event_id }))
  await sandbox.close()
  const isSame =
    conversions === destinations['tiktok-conversions'] &&
    offlineConversions === destinations['actions-tiktok-offline-conversions']
  const types = [typeof misspelt, typeof pixelPlugin, typeof isSame]
  process.stdout.write(JSON.stringify({ statuses, accepted, isSame, types }))
}

void main()
