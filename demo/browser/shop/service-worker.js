/*
 * Answers for TikTok: the Pixel asks for the real address of the real script and gets the stand-in, so that the whole
 * way is the one that a shop takes and nothing leaves the machine.
 */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).host === 'analytics.tiktok.com') event.respondWith(fetch('/tiktok-events.js'))
})
