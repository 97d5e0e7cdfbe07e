/**
 * Waits until the service worker answers for TikTok's script.
 * @throws an error where there is no service worker: the page would ask TikTok itself
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
