import type { ServedDestination } from '../../local-site/cdn-settings'

/*
 * A minimal device-mode destination: the global variable is the factory function itself. It loads a pixel as TikTok's
 * snippet does, and reports every event to it.
 */
const script = `window['dummyDestination'] = (settings) => {
  const tell = async (ctx) => {
    window.ttq.instance(settings.pixelCode).track(ctx.event.event ?? ctx.event.type, {}, { event_id: ctx.event.messageId })
    return ctx
  }
  return {
    name: 'Dummy report', version: '1', type: 'destination', isLoaded: () => true,
    load: async () => {
      const queue = []
      window.ttq = Object.assign([], {
        _i: { [settings.pixelCode]: Object.assign(queue, { track: (...args) => queue.push(['track', ...args]) }) },
        _o: { [settings.pixelCode]: { subscriptions: settings.subscriptions.length } },
        instance: (id) => window.ttq._i[id],
        load: () => {}
      })
      const element = document.createElement('script')
      element.src = 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=' + settings.pixelCode + '&lib=ttq'
      document.head.append(element)
    },
    page: tell, track: tell
  }
}`

/** A destination for the tests of the harness, independent of TikTok Pixel. */
export const dummyDestination: ServedDestination = {
  name: 'Dummy',
  script,
  libraryName: 'dummyDestination',
  settings: { pixelCode: 'C1' },
  subscriptions: [
    { partnerAction: 'report', name: 'All', enabled: true, subscribe: 'type = "track"', mapping: { event: 'x' } }
  ]
}
