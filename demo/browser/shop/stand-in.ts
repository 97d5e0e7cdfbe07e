/**
 * Waits until the service worker answers for TikTok's script.
 * @throws an error if there is no service worker, because the page would send requests to TikTok
 */
export async function standInForTikTok(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>
  if (!serviceWorker) throw new Error('This browser has no service worker here, so that the Pixel is not loaded.')
  await serviceWorker.register('/service-worker.js')
  if (serviceWorker.controller) return
  await new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}
