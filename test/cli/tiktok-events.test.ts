import { serverDestination } from '../../src/cli/destinations'
import { readSubscriptions } from '../../src/cli/mapping-file'
import { subscriptionsByTikTokName } from '../../src/cli/tiktok-events'

it.each(['conversions', 'offline'] as const)('maps both spellings of a page view alike for %s', async (name) => {
  const subscriptions = subscriptionsByTikTokName(await readSubscriptions(serverDestination(name), undefined))
  const mappingOf = (event: string) => subscriptions.find((one) => one.name === event)?.mapping
  expect(mappingOf('Pageview')).toMatchObject({ event: 'Pageview' })
  expect(mappingOf('PageView')).toStrictEqual({ ...mappingOf('Pageview'), event: 'PageView' })
})
