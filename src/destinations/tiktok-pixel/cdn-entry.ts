import { currentPage } from './host-page'
import tiktokPixelPlugin from './plugin'

// Segment looks up remote plugins under this name. The value must be the function itself; any other value is ignored.
Object.assign(currentPage(), { 'tiktok-pixelDestination': tiktokPixelPlugin })
