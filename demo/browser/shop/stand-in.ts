/**
 * Waits until the service worker answers the page's requests to TikTok.
 * @throws an error if the browser has no service workers, because without one the page sends requests to TikTok
 */
export async function waitForStandIn(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>
  if (!serviceWorker)
    throw new Error('This browser does not support service workers on this page, so the Pixel is not loaded.')
  await serviceWorker.register('/service-worker.js')
  if (serviceWorker.controller) return
  await new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}
