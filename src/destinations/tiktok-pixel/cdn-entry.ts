import tiktokPixelPlugin from './plugin'

// Segment's remote plugins are looked up under this name. It must be the function itself: anything else is ignored.
Object.assign(window, { 'tiktok-pixelDestination': tiktokPixelPlugin })
