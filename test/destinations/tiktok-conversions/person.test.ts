import { sha256 } from '../../../src/shared/identity/hash'
import { type EventChanges, purchase, run, withoutCommonProperties } from '../../support/conversions'
import { useSandbox } from '../../support/use-sandbox'

const running = useSandbox()
const email = (address: string) => ({ user: { email: [sha256(address)] } })

describe('the paths of the default mapping', () => {
  test.each<{ title: string; event: EventChanges; wanted: object }>([
    {
      title: 'properties first',
      event: { properties: { email: 'a@b' }, context: { traits: { email: 'c@d' } } },
      wanted: email('a@b')
    },
    {
      title: 'traits if the property is blank',
      event: { properties: { email: '' }, context: { traits: { email: 'c@d' } } },
      wanted: email('c@d')
    },
    {
      title: 'traits if the property is null',
      event: { properties: { email: null }, context: { traits: { email: 'c@d' } } },
      wanted: email('c@d')
    },
    {
      title: 'several email addresses',
      event: { properties: { email: ['a@b', 'A@B', 'x', 'c@d'] } },
      wanted: { user: { email: [sha256('a@b'), sha256('c@d')] } }
    },
    {
      title: 'the user ID',
      event: { userId: 'User', anonymousId: 'anonymous' },
      wanted: { user: { external_id: [sha256('User')] } }
    },
    {
      title: 'the anonymous ID if the user ID is blank',
      event: { userId: '', anonymousId: 'anonymous' },
      wanted: { user: { external_id: [sha256('anonymous')] } }
    },
    {
      title: 'names in camelCase',
      event: { context: { traits: { firstName: 'Ann', lastName: 'Lee' } } },
      wanted: { user: { first_name: sha256('ann'), last_name: sha256('lee') } }
    },
    {
      title: 'names in snake case first',
      event: { context: { traits: { first_name: 'Ann', firstName: 'Bea' } } },
      wanted: { user: { first_name: sha256('ann') } }
    },
    {
      title: 'the zip code in camelCase',
      event: { context: { traits: { address: { postalCode: '80331' } } } },
      wanted: { user: { zip_code: sha256('80331') } }
    },
    {
      title: 'the address of the properties first',
      event: {
        properties: { address: { city: 'Bonn' } },
        context: { traits: { address: { city: 'Köln', state: 'NW' } } }
      },
      wanted: { user: { city: 'bonn', state: 'nw' } }
    },
    {
      title: 'the click ID of the URL first',
      event: { properties: { ttclid: 'old' }, context: { page: { url: '/?ttclid=new' } } },
      wanted: { user: { ttclid: 'new' }, page: { url: '/?ttclid=new' } }
    },
    {
      title: 'the click ID of the properties',
      event: { properties: { ttclid: 'old', ttp: 'cookie' }, context: { page: { url: '/?ttclid=' } } },
      wanted: { user: { ttclid: 'old', ttp: 'cookie' }, page: { url: '/?ttclid=' } }
    },
    {
      title: 'the click IDs that the Pixel added',
      event: { properties: { ttclid: '' }, integrations: { 'Tiktok Conversions': { ttclid: 'added', ttp: 'cookie' } } },
      wanted: { user: { ttclid: 'added', ttp: 'cookie' } }
    },
    {
      title: 'click IDs under the name used since 2024',
      event: { integrations: { 'TikTok Conversions': { ttclid: 'added', ttp: 'cookie' } } },
      wanted: { user: { ttclid: 'added', ttp: 'cookie' } }
    },
    {
      title: 'click IDs under the destination name first',
      event: { integrations: { 'TikTok Conversions': { ttclid: 'b' }, 'Tiktok Conversions': { ttclid: 'a' } } },
      wanted: { user: { ttclid: 'a' } }
    },
    {
      title: 'click IDs under the name used since 2024 if the destination name is true',
      event: { integrations: { 'TikTok Conversions': { ttclid: 'b' }, 'Tiktok Conversions': true } },
      wanted: { user: { ttclid: 'b' } }
    },
    {
      title: 'no click IDs if the integration is false',
      event: { integrations: { 'Tiktok Conversions': false } },
      wanted: {}
    },
    {
      title: 'no click IDs if the integration is true',
      event: { integrations: { 'Tiktok Conversions': true } },
      wanted: {}
    }
  ])('read $title', async ({ event, wanted }) => {
    await run(running.sandbox, purchase({ userId: null, ...event }))
    expect(withoutCommonProperties(running.sandbox)).toStrictEqual(wanted)
  })
})
