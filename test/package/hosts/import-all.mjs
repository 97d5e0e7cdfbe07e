// Runs in a folder where the packed package is installed: prints the exports that an ES module gets from each entry point.
import * as root from 'segment-tiktok-destinations'
import conversions from 'segment-tiktok-destinations/tiktok-conversions'
import offlineConversions from 'segment-tiktok-destinations/tiktok-offline-conversions'
import pixelPlugin, { destination as pixel } from 'segment-tiktok-destinations/tiktok-pixel'
import { startSandbox } from 'segment-tiktok-destinations/sandbox'

process.stdout.write(
  JSON.stringify({
    slugs: Object.keys(root.destinations),
    defaults: [conversions, offlineConversions].map((definition) => root.destinations[definition.slug] === definition),
    named: [root.tiktokConversions, root.tiktokOfflineConversions].map(({ name }) => name),
    pixel: [typeof pixelPlugin, pixelPlugin.pluginName, pixel.slug],
    sandbox: typeof startSandbox
  })
)
