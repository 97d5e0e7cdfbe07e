/*
 * Answers requests to TikTok. The Pixel requests the URL of the real script and gets the stand-in, so that everything else
 * works as in a real shop and nothing leaves the machine.
 */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).host === 'analytics.tiktok.com') event.respondWith(fetch('/tiktok-events.js'))
})
