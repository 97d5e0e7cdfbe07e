import type { PixelUser } from './identity'
import { currentPixel } from './ttq'
import type { Pixel, PixelWindow } from './types'

/** How the actions talk to the pixel. */
export interface PixelClient {
  /** Makes calls on the pixel; none are made while there is no pixel to talk to. */
  tell: (calls: (pixel: Pixel) => void) => void
  /** Says who the person is, unless the pixel was told the very same last. */
  identify: (user: PixelUser) => void
  /** Tells the developer on the console, once. */
  warn: (text: string) => void
}

/**
 * @param page where the pixel is
 * @param pixelCode which pixel
 * @param isReachable whether the pixel can still be talked to
 * @param warn tells the developer
 */
export function createClient(
  page: PixelWindow,
  pixelCode: string,
  isReachable: () => boolean,
  warn: PixelClient['warn']
): PixelClient {
  let lastUser: string | undefined

  const tell: PixelClient['tell'] = (calls) => {
    const pixel = isReachable() ? currentPixel(page, pixelCode) : undefined
    if (pixel) calls(pixel)
  }
  return {
    tell,
    warn,
    identify(user) {
      const written = JSON.stringify(user)
      tell((pixel) => {
        if (written === lastUser) return
        pixel.identify(user)
        lastUser = written
      })
    }
  }
}
