// Runs in a folder that the packed package was installed in: what an ES module gets from the server's entry points.
import * as root from 'segment-tiktok-destinations'
import conversions from 'segment-tiktok-destinations/tiktok-conversions'
import offlineConversions from 'segment-tiktok-destinations/tiktok-offline-conversions'
import { startSandbox } from 'segment-tiktok-destinations/sandbox'

process.stdout.write(
  JSON.stringify({
    slugs: Object.keys(root.destinations),
    defaults: [conversions, offlineConversions].map((definition) => root.destinations[definition.slug] === definition),
    named: [root.tiktokConversions, root.tiktokOfflineConversions].map(({ name }) => name),
    sandbox: typeof startSandbox
  })
)
