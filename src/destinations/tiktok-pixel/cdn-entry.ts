import { currentPage } from './host-page'
import tiktokPixelPlugin from './plugin'

// Segment looks up remote plugins under this name. It must be the function itself: anything else is ignored.
Object.assign(currentPage(), { 'tiktok-pixelDestination': tiktokPixelPlugin })
