import tiktokConversions from '../../src/destinations/tiktok-conversions'
import { connect } from '../../src/runtime'
import { redirectTo, type Sandbox, startSandbox } from '../../src/sandbox'
import { isRecord } from '../../src/shared/coerce'

/** The pixel code of the shop. */
export const PIXEL_CODE = 'DEMO_PIXEL'

const TOKEN = 'demo-token'

/** A sandbox, and the shop's server that sends to it. */
export interface ShopServer {
  readonly sandbox: Sandbox
  /** Sends an event to the sandbox as a server would, if the visitor consented. */
  readonly report: (event: Readonly<Record<string, unknown>>) => Promise<void>
}

/** Starts the sandbox that the shop reports to. */
export async function startShopServer(port = 0): Promise<ShopServer> {
  const sandbox = await startSandbox({ tokens: { [TOKEN]: [PIXEL_CODE] }, port })
  const definition = redirectTo(tiktokConversions, sandbox.origin)
  const tiktok = connect(definition, { accessToken: TOKEN, pixelCode: PIXEL_CODE })
  return {
    sandbox,
    report: async (event) => {
      if (hasConsent(event)) await tiktok.send(event)
    }
  }
}

function hasConsent({ context }: Readonly<Record<string, unknown>>): boolean {
  const consent = isRecord(context) ? context['consent'] : undefined
  const preferences = isRecord(consent) ? consent['categoryPreferences'] : undefined
  return isRecord(preferences) && preferences['Advertising'] === true
}
