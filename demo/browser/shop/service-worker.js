/*
 * Answers requests to TikTok. The Pixel requests the URL of the real script and gets the stand-in, so that the rest of the
 * page works as in a real shop and nothing leaves this machine.
 */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).host === 'analytics.tiktok.com') event.respondWith(answer(event.clientId))
})

/** A page with `pixel=blocked` in its URL gets a network error, as from an ad blocker. */
async function answer(clientId) {
  const page = await self.clients.get(clientId)
  const isBlocked = page && new URL(page.url).searchParams.get('pixel') === 'blocked'
  return isBlocked ? Response.error() : fetch('/tiktok-events.js')
}
